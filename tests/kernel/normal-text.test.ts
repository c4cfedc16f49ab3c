import { describe, expect, it } from 'vitest';
import { isStreamSafe, normalText } from '@/lib/kernel/normal-text';

describe('a text in normal form', () => {
  it('is composed', () => {
    expect(normalText('A\u030a')).toBe('Å');
  });

  it('has at most thirty marks on a letter, and the letters after them', () => {
    const text = normalText(`a${'\u0323'.repeat(100_000)}b`);
    expect(text.length).toBeLessThan(40);
    expect(text.endsWith('b')).toBe(true);
    expect(isStreamSafe(text)).toBe(true);
  });
});
