/** What fields of the complaint workflow can hold that have few values, and what people call these. */
import type { Bilingual } from '../../foundation/statement.js';
import { both } from './both.js';

type Choices = Readonly<Record<string, Bilingual>>;

/** Who asks for a withdrawal, a reopening and the like. */
export const requester: Choices = {
  complainant: both('the complainant', '投诉人'),
  authorised: both('somebody authorised', '被授权人'),
  company: both('the company', '企业'),
  other: both('somebody else', '其他人'),
};

export const justice: Choices = {
  distributive: both('the outcome', '结果公平'),
  procedural: both('the procedure', '程序公平'),
  interactional: both('the treatment', '互动公平'),
};

/** How much of a complaint is somebody else's; a fact has the same values. */
export const extent: Choices = { whole: both('the whole', '全部'), part: both('a part', '部分') };

export const severity: Choices = {
  low: both('low', '低'),
  medium: both('medium', '中'),
  high: both('high', '高'),
  critical: both('critical', '危急'),
};

export const complexity: Choices = {
  simple: both('simple', '简单'),
  normal: both('normal', '一般'),
  complex: both('complex', '复杂'),
};

export const impact: Choices = {
  one: both('one customer', '单个客户'),
  several: both('several customers', '多个客户'),
  systemic: both('systemic', '系统性'),
};

export const upheld: Choices = {
  yes: both('yes', '成立'),
  partly: both('partly', '部分成立'),
  no: both('no', '不成立'),
};

export const letter: Choices = {
  summary: both('summary resolution', '简易答复'),
  final: both('final response', '最终答复'),
  redressOffer: both('offer of redress', '补救方案'),
};

export const form: Choices = { oral: both('oral', '口头'), written: both('written', '书面') };

export const place: Choices = {
  privateRoom: both('a private room', '单独房间'),
  phone: both('by phone', '电话'),
  video: both('by video', '视频'),
  visit: both('a visit', '上门'),
  mediator: both('at a mediator', '调解方'),
};

export const clockPolicy: Choices = {
  resume: both('go on', '继续计时'),
  restart: both('begin again', '重新计时'),
  fresh: both('all begin afresh', '全部重新计时'),
};
