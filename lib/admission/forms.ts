import { z } from 'zod';
import { confirmed, longText, text, wholeNumber } from '@/lib/platform/door/fields';
import { overrideReasonMaximum, overrideReasonMinimum } from './rules/override';

/** Moves one application in the live ranking. */
export const overrideForm = z.object({
  reference: text({ max: 40 }),
  /** Which places there are, only the ranking knows: it answers with the last. */
  toPosition: wholeNumber({ min: 0, max: Infinity }),
  reason: longText({ min: overrideReasonMinimum, max: overrideReasonMaximum }),
});

/** Takes such a move back. */
export const withdrawOverrideForm = z.object({ reference: text({ max: 40 }) });

/** Freezes the ranking that was looked through; ticked, since it cannot be undone. */
export const lockForm = z.object({ confirm: confirmed(), fingerprint: text({ max: 64 }) });

/** Releases what the preview with this fingerprint showed; ticked, since letters cannot be called back. */
export const releaseForm = z.object({ confirm: confirmed(), fingerprint: text({ max: 64 }) });
