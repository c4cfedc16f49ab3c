import { expect, it } from 'vitest';
import { inLanguage } from '@/components/frame/language-switcher';

it.each([
  ['/nb', '', '/en'],
  ['/nb/privacy', '?x=1', '/en/privacy'],
  ['/nb/nbx', '', '/en/nbx'],
  ['/nb/applications/A/about-you', '?retur=r1&x=1', '/en/applications/A/about-you?retur=r1'],
  ['/nn/applications/A/category', '?from=summary', '/en/applications/A/category?from=summary'],
  ['/nb/sign-in', '?next=%2Fnb%2Fapply%2Fa%2Fb', '/en/sign-in?next=%2Fen%2Fapply%2Fa%2Fb'],
  ['/nb/sign-in', '?next=%2Fnb%3Fretur%3Dr1', '/en/sign-in?next=%2Fen%3Fretur%3Dr1'],
])('%s%s is in English at %s: what was typed and where one was going goes along', (...given) => {
  const [pathname, search, there] = given;
  expect(inLanguage('en', pathname, search)).toBe(there);
});
