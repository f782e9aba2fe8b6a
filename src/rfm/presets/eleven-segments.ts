/** The 11 segments given as exact lists of codes: each of the 125 combinations has exactly one. */
import type { SegmentMap } from '../model.js';
import { OTHERS, SEGMENT_NAMES } from './segment-names.js';

/**
 * The 11-segment map by exact codes that Spotler and Squeezely document (help centre article 21259717715090; wiki
 * page 2666070037; read 2025). It is a partition: no gap, no overlap. A variant in circulation lists 231, 241 and
 * 251 twice; this one does not.
 */
export const elevenSegments: SegmentMap = {
  format: 'segment-map@1',
  name: 'eleven segments by exact code',
  source: 'Spotler help centre 21259717715090; Squeezely wiki 2666070037',
  bins: { r: 5, f: 5, m: 5 },
  fmRounding: 'up',
  otherwise: OTHERS,
  rules: [
    {
      segment: 'champions',
      name: SEGMENT_NAMES.champions,
      when: {
        codes: ['555', '554', '544', '545', '454', '455', '445'],
      },
    },
    {
      segment: 'loyal',
      name: SEGMENT_NAMES.loyal,
      when: {
        codes: ['543', '444', '435', '355', '354', '345', '344', '335'],
      },
    },
    {
      segment: 'potentialLoyalist',
      name: SEGMENT_NAMES.potentialLoyalist,
      when: {
        codes: [
          '553',
          '551',
          '552',
          '541',
          '542',
          '533',
          '532',
          '531',
          '452',
          '451',
          '442',
          '441',
          '431',
          '453',
          '433',
          '432',
          '423',
          '353',
          '352',
          '351',
          '342',
          '341',
          '333',
          '323',
        ],
      },
    },
    {
      segment: 'newCustomers',
      name: SEGMENT_NAMES.newCustomers,
      when: {
        codes: ['512', '511', '422', '421', '412', '411', '311'],
      },
    },
    {
      segment: 'promising',
      name: SEGMENT_NAMES.promising,
      when: {
        codes: [
          '525',
          '524',
          '523',
          '522',
          '521',
          '515',
          '514',
          '513',
          '425',
          '424',
          '413',
          '414',
          '415',
          '315',
          '314',
          '313',
        ],
      },
    },
    {
      segment: 'needAttention',
      name: SEGMENT_NAMES.needAttention,
      when: {
        codes: ['535', '534', '443', '434', '343', '334', '325', '324'],
      },
    },
    {
      segment: 'aboutToSleep',
      name: SEGMENT_NAMES.aboutToSleep,
      when: {
        codes: ['331', '321', '312', '221', '213', '231', '241', '251'],
      },
    },
    {
      segment: 'atRisk',
      name: SEGMENT_NAMES.atRisk,
      when: {
        codes: [
          '255',
          '254',
          '245',
          '244',
          '253',
          '252',
          '243',
          '242',
          '235',
          '234',
          '225',
          '224',
          '153',
          '152',
          '145',
          '143',
          '142',
          '135',
          '134',
          '133',
          '125',
          '124',
        ],
      },
    },
    {
      segment: 'cannotLose',
      name: SEGMENT_NAMES.cannotLose,
      when: {
        codes: ['155', '154', '144', '214', '215', '115', '114', '113'],
      },
    },
    {
      segment: 'hibernating',
      name: SEGMENT_NAMES.hibernating,
      when: {
        codes: ['332', '322', '233', '232', '223', '222', '132', '123', '122', '212', '211'],
      },
    },
    {
      segment: 'lost',
      name: SEGMENT_NAMES.lost,
      when: {
        codes: ['111', '112', '121', '131', '141', '151'],
      },
    },
  ],
};
