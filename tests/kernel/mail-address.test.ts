import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressPieces, splitAtAddresses } from '@/lib/kernel/mail-address';

describe('an address in running text', () => {
  it.each([
    ['bet-recovery@sykehus.example', ['bet-recovery@', 'sykehus.example']],
    ['kari.nordmann-hansen@helse-nord.no', ['kari.', 'nordmann-hansen@', 'helse-nord.no']],
    ['o.nordmann@post.sykehus.example', ['o.nordmann@', 'post.', 'sykehus.example']],
    ['ola@sykehuset-innlandet.example', ['ola@', 'sykehuset-innlandet.', 'example']],
    ['a.b@c.no', ['a.b@', 'c.no']],
    ['a@b.no', ['a@b.no']],
  ])('breaks %s after its at sign and its dots, and nowhere else', (address, pieces) => {
    expect(addressPieces(address)).toEqual(pieces);
  });

  it('loses no character, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (address) => {
        expect(addressPieces(address).join('')).toBe(address);
      }),
    );
  });

  it('is found without the full stop, the comma or the quotes beside it', () => {
    expect(splitAtAddresses('Skriv til bet@sykehus.example, eller til «ola.n@nav.no».')).toEqual([
      'Skriv til ',
      'bet@sykehus.example',
      ', eller til «',
      'ola.n@nav.no',
      '».',
    ]);
    expect(splitAtAddresses('Møt oss @ Fyrhuset kl. 9.')).toEqual(['Møt oss @ Fyrhuset kl. 9.']);
  });
});

it('a long word is read once, not from each of its letters', () => {
  // Read from each, it would take longer than a test may.
  const long = `${'a'.repeat(400_000)} @`;
  expect(splitAtAddresses(long)).toEqual([long]);
});
