/** Words for figures that two meeting files tell differently, and for minutes begun from a briefing. */
import type { Wording } from './wording.ts'

export const differencesWording: Record<string, Wording> = {
  'statistic/contradiction-across': {
    fa: [
      'برای «{label}» در یک دوره دو رقم آمده است: {first} این~جا و {second} در {place}.',
      'رقم درست را در هر دو بنویسید؛ اگر رقم بازنگری شده است، در «توضیح» بگویید.',
    ],
    en: [
      '"{label}" stands with two values for one period: {first} here and {second} at {place}.',
      'Write the right one in both; where a figure was revised, say so in "note".',
    ],
  },
  'statistic/not-compared': {
    fa: [
      'رقم~های «{file}» با {count} پروندهٔ قدیمی~تر این پوشه سنجیده نشد.',
      'پرونده~های سال~های پیش را به بایگانی ببرید.',
    ],
    en: [
      'The figures of "{file}" were not compared with {count} older files of the workspace.',
      'Move the files of earlier years to the archive.',
    ],
  },
}
