/** What to keep to in a talk with somebody who complains: the checklists of the source material. */
import type { Bilingual } from '../../foundation/statement.js';

/** An item of a checklist. */
export interface ChecklistItem {
  readonly name: Bilingual;
  /** Set where the source has lost characters and the text was put together again by hand (AMB-18). */
  readonly reconstructed?: true;
  /** Line of the source material. */
  readonly source: string;
}

const item = (en: string, zh: string, source: string): ChecklistItem => ({ name: { en, zh }, source });
const mended = (en: string, zh: string, source: string): ChecklistItem => ({
  ...item(en, zh, source),
  reconstructed: true,
});

/** What must not be done to somebody who complains: the ten don'ts. */
export type ContactDont =
  | 'doubtingTone'
  | 'insistBeingRight'
  | 'jumpToConclusions'
  | 'jokeAway'
  | 'shiftBlame'
  | 'nitpickWords'
  | 'breakOwnWord'
  | 'runDownColleagues'
  | 'playDumb'
  | 'blameComplainant';

/**
 * The ten don'ts (十戒律, CMP-02). The file they come from has lost four frequent characters (AMB-18): where a negation, a
 * person or an object had to be put back by hand, the item says `reconstructed`.
 *
 * @example
 * ```ts
 * import { tenDonts } from 'clientele/complaints';
 *
 * Object.keys(tenDonts).length; // => 10
 * tenDonts.breakOwnWord.reconstructed; // => true
 * ```
 */
export const tenDonts: Readonly<Record<ContactDont, ChecklistItem>> = {
  doubtingTone: /* @__PURE__ */ item('Question in a doubting tone', '以怀疑口气质问', 'CMP-02 (1)'),
  insistBeingRight: /* @__PURE__ */ item('Insist on being right', '过分强调自己正确', 'CMP-02 (2)'),
  jumpToConclusions: /* @__PURE__ */ item('Jump to conclusions', '过早下结论', 'CMP-02 (3)'),
  jokeAway: /* @__PURE__ */ item('Joke to shift the focus', '以玩笑转移焦点', 'CMP-02 (4)'),
  shiftBlame: /* @__PURE__ */ mended('Shift the blame onto others', '把责任推给他人', 'CMP-02 (5)'),
  nitpickWords: /* @__PURE__ */ item('Nit-pick the wording', '挑剔措辞', 'CMP-02 (6)'),
  breakOwnWord: /* @__PURE__ */ mended('Words and deeds that differ', '言词与行动不一致', 'CMP-02 (7)'),
  runDownColleagues: /* @__PURE__ */ mended(
    'Speak ill of other departments',
    '说其他部门的坏话',
    'CMP-02 (8)',
  ),
  playDumb: /* @__PURE__ */ item('Play dumb, be inattentive', '装傻、漫不经心', 'CMP-02 (9)'),
  blameComplainant: /* @__PURE__ */ item('Blame who complains', '责难申诉者', 'CMP-02 (10)'),
};

/** The seven principles of handling complaints. */
export type ContactPrinciple =
  | 'findTheCause'
  | 'faceIt'
  | 'superiorJoins'
  | 'rightProcedure'
  | 'setGoal'
  | 'learn'
  | 'threeChanges';

/**
 * The seven principles of handling complaints (抱怨处理原则, CMP-04); the first had lost its "not" and the last a character.
 *
 * @example
 * ```ts
 * import { sevenPrinciples } from 'clientele/complaints';
 *
 * sevenPrinciples.findTheCause.name.en; // => 'Do not evade, find the cause'
 * ```
 */
export const sevenPrinciples: Readonly<Record<ContactPrinciple, ChecklistItem>> = {
  findTheCause: /* @__PURE__ */ mended('Do not evade, find the cause', '不回避，找出原因', 'CMP-04 (1)'),
  faceIt: /* @__PURE__ */ item(
    'Face the complaint and trace it to its root',
    '正视抱怨，追根究底',
    'CMP-04 (2)',
  ),
  superiorJoins: /* @__PURE__ */ item(
    'When needed, the superior joins and the team solves it',
    '必要时主管出面，团队解决',
    'CMP-04 (3)',
  ),
  rightProcedure: /* @__PURE__ */ item('Correct procedures and measures', '正确的程序与措施', 'CMP-04 (4)'),
  setGoal: /* @__PURE__ */ item('Set a goal for the handling', '为处理抱怨设定目标', 'CMP-04 (5)'),
  learn: /* @__PURE__ */ item('Learn from the past', '吸取以往教训', 'CMP-04 (6)'),
  threeChanges: /* @__PURE__ */ mended('Change person, time, place', '换人、换时间、换地点', 'CMP-04 (7)'),
};

/** Three ways to look at a complaint. */
export type ComplaintAngle = 'showsFault' | 'secondChance' | 'bestChance';

/**
 * Three angles on a complaint (CMP-05): what it is good for. That a satisfied complainer is the best chance for loyalty is
 * the material's word; a meta-analysis finds the effect for satisfaction, not for repurchase (de Matos 2007).
 *
 * @example
 * ```ts
 * import { threeAngles } from 'clientele/complaints';
 *
 * threeAngles.secondChance.name.en; // => 'It gives a second chance to serve'
 * ```
 */
export const threeAngles: Readonly<Record<ComplaintAngle, ChecklistItem>> = {
  showsFault: /* @__PURE__ */ item('It shows where we fall short', '指出公司的缺失之处', 'CMP-05 (1)'),
  secondChance: /* @__PURE__ */ mended(
    'It gives a second chance to serve',
    '提供第二次服务的机会',
    'CMP-05 (2)',
  ),
  bestChance: /* @__PURE__ */ item(
    'A satisfied complainer is the best chance for loyalty',
    '满意的抱怨者最有机会成为忠诚客户',
    'CMP-05 (3)',
  ),
};

/** What must not be done to the media in a crisis. */
export type MediaDont = 'threatenMedia' | 'deceiveMedia' | 'misleadMedia' | 'getTooClose';

/**
 * What not to do to the media in a crisis (CMP-18); how much bad news there is has to be watched besides.
 *
 * @example
 * ```ts
 * import { mediaDonts } from 'clientele/complaints';
 *
 * mediaDonts.threatenMedia.name.en; // => 'Threaten journalists or editors'
 * ```
 */
export const mediaDonts: Readonly<Record<MediaDont, ChecklistItem>> = {
  threatenMedia: /* @__PURE__ */ item('Threaten journalists or editors', '威胁记者和编辑', 'CMP-18 (1)'),
  deceiveMedia: /* @__PURE__ */ item('Deceive the media', '欺骗媒体', 'CMP-18 (2)'),
  misleadMedia: /* @__PURE__ */ item('Mislead the media', '误导媒体', 'CMP-18 (3)'),
  getTooClose: /* @__PURE__ */ item('Not keep a distance', '与媒体不保持距离', 'CMP-18 (4)'),
};

/** Techniques of talking with somebody who complains. */
export type ContactTechnique = 'restateFacts' | 'restateEmotion' | 'closedQuestion';

/**
 * Ways to make sure of what was heard (CMP-12): restate the facts (who is responsible becomes clear), restate the emotion
 * (the customer is recognised), ask what can be answered with yes or no.
 *
 * @example
 * ```ts
 * import { contactTechniques } from 'clientele/complaints';
 *
 * Object.keys(contactTechniques); // => ['restateFacts', 'restateEmotion', 'closedQuestion']
 * ```
 */
export const contactTechniques: Readonly<Record<ContactTechnique, ChecklistItem>> = {
  restateFacts: /* @__PURE__ */ item('Restate the facts', '复述事实', 'CMP-12 (1)'),
  restateEmotion: /* @__PURE__ */ item('Restate the emotion', '复述情感', 'CMP-12 (2)'),
  closedQuestion: /* @__PURE__ */ item('Ask a yes-or-no question', '使用封闭式问题', 'CMP-12 (3)'),
};

/** Channels by which customers can say what they think. */
export type FeedbackChannel = 'suggestionBox' | 'survey' | 'webForum';

/**
 * Where customers can say something without complaining (CMP-15): listening posts.
 *
 * @example
 * ```ts
 * import { feedbackChannels } from 'clientele/complaints';
 *
 * feedbackChannels.webForum.name.zh; // => '网站论坛'
 * ```
 */
export const feedbackChannels: Readonly<Record<FeedbackChannel, ChecklistItem>> = {
  suggestionBox: /* @__PURE__ */ item('Suggestion box', '意见箱', 'CMP-15 (1)'),
  survey: /* @__PURE__ */ item('Regular survey', '定期调查', 'CMP-15 (2)'),
  webForum: /* @__PURE__ */ item('Web forum', '网站论坛', 'CMP-15 (3)'),
};
