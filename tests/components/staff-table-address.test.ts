import { describe, expect, it } from 'vitest';
import { readTableAddress, writeTableAddress } from '@/components/staff/table-address';

const query = (address: string) => Object.fromEntries(new URLSearchParams(address));

describe('the address of the applications table', () => {
  it('is empty for the table as it opens', () => {
    expect(writeTableAddress(readTableAddress({}))).toBe('');
  });

  it('keeps filter, search, sort and place through reading and writing', () => {
    const address =
      '?state=not-qualified&category=4&priority=no&awaits=yes&q=d%C3%B8gn+nord&sort=name&order=descending&after=7%7EAnna';
    expect(writeTableAddress(readTableAddress(query(address)))).toBe(address);
  });

  it.each([
    { state: 'draft' },
    { state: ['submitted; drop table', 'x'] },
    { category: '44' },
    { priority: 'maybe' },
    { awaits: 'perhaps' },
    { sort: 'password', order: 'sideways' },
    { q: '   ' },
    { unknown: 'x' },
  ])('leaves out what it does not know: %o', (sent) => {
    expect(writeTableAddress(readTableAddress(sent))).toBe('');
  });
});
