/** Punctuation and the spaces around it. */
import { matches } from './rule.ts'
import type { Rule } from './rule.ts'

const P = '\\u0620-\\u065f\\u066e-\\u06d3'

const spaceBefore: Rule = {
  id: 'punctuation/space-before',
  find: (text) =>
    matches(text, /(?<=\S) +(?:([،؛؟»)\]])|([.:!])(?=[\s،؛؟»)\]]|$))/g, ([, any, end]) => any ?? end ?? ''),
}

const innerSpace: Rule = {
  id: 'punctuation/inner-space',
  find: (text) => matches(text, /([«([]) +(?=\S)/g, ([, mark = '']) => mark),
}

/** ، ؛ ؟ before a letter; . : ! only between two whole words, for «ص.پ» and «ه.ش» are abbreviations. */
const spaceAfter: Rule = {
  id: 'punctuation/space-after',
  find: (text) => [
    ...matches(text, new RegExp(`[،؛؟](?=[${P}«(])`, 'g'), ([mark]) => `${mark} `),
    ...matches(text, new RegExp(`(?<=[${P}]{2})[.:!](?=[${P}\\u200c]{3})`, 'g'), ([mark]) => `${mark} `),
  ],
}

/** «متن(متن» with words, not an ending, in the brackets: «نام(های)» is left. */
const spaceBeforeOpening: Rule = {
  id: 'punctuation/space-before-opening',
  find: (text) => [
    ...matches(text, new RegExp(`(?<=[${P}]{2})\\((?!ها|ان)(?=[${P}]{4})`, 'g'), () => ' ('),
    ...matches(text, new RegExp(`(?<=[${P}]{2})«(?=[${P}])`, 'g'), () => ' «'),
  ],
}

const MARKS: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' }

const latinMark: Rule = {
  id: 'punctuation/latin-mark',
  find: (text) =>
    matches(
      text,
      new RegExp(`(?<=[${P}»)]) *([,;?])(?=[\\s${P}»)«]|$)`, 'g'),
      ({ 1: mark = '', index, 0: whole }) => {
        const after = text.charAt(index + whole.length)
        return `${MARKS[mark] ?? mark}${after === '' || /[\s»)]/.test(after) ? '' : ' '}`
      },
    ),
}

const repeated: Rule = {
  id: 'punctuation/repeated',
  find: (text) => matches(text, /([،؛؟!])\1+/g, ([, mark = '']) => mark),
}

const ellipsis: Rule = {
  id: 'punctuation/ellipsis',
  find: (text) => matches(text, new RegExp(`(?<=[${P} ])\\.{3}(?=[\\s»)]|$)`, 'g'), () => '…'),
}

const doubleSpace: Rule = {
  id: 'space/double',
  find: (text) => matches(text, /(?<=\S) {2,}(?=[^\s.:!،؛؟»)\]])/g, () => ' '),
}

export const punctuationRules: readonly Rule[] = [
  spaceBefore,
  innerSpace,
  latinMark,
  spaceAfter,
  spaceBeforeOpening,
  repeated,
  ellipsis,
  doubleSpace,
]
