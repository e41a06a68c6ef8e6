import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import { unsafePlaces } from '../../src/page/lint-places.ts'

const told = (template: string): string[] => unsafePlaces(Handlebars.parse(template)).map(({ what }) => what)

test.each([
  '<p>{{t a}}</p>',
  '<p class="x {{a}}" id="{{b}}">{{t c}}</p>',
  '<a href="#{{id}}">{{t a}}</a>',
  '<img src="{{office.emblem}}">',
  '<p class="{{#if a}}{{b}}{{else}}{{c}}{{/if}}">1 < 2 {{t d}}</p>',
])('%s', (template) => {
  expect(told(template)).toEqual([])
})

test.each([
  ['<p class={{a}}>', '<… {{a}}'],
  ['<p {{a}}>', '<… {{a}}'],
  ['<p class="x" {{#if a}}{{b}}{{/if}}>', '<… {{b}}'],
  ['<a href="{{a}}">', 'href="{{a}}"'],
  ['<a href="#{{a}}{{b}}">', 'href="{{a}}"', 'href="{{b}}"'],
  ['<img src="{{a}}">', 'src="{{a}}"'],
  ["<p style='color:{{a}}'>", 'style="{{a}}"'],
  ['<style>p{color:{{a}} }</style>{{t b}}', '{{a}}'],
  ['<!-- {{a}} -->{{t b}}', '{{a}}'],
])('%s is told', (template, ...what) => {
  expect(told(template)).toEqual(what)
})
