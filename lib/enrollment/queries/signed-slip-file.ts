import { findHeldOffer } from '@/lib/admission/store/offers';
import type { Person } from '@/lib/kernel/actor';
import { asId, type ApplicationId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { can } from '@/lib/staff/rules/permissions';
import { slipFilename, slipPdf } from '../slip-pdf';
import { readEnrollment } from '../store';

export interface SlipFile {
  readonly filename: string;
  readonly bytes: Buffer;
}

/**
 * The signed slip as PDF, made from what was stored: for its signer, for the holder of the offer's
 * link, and for staff who read enrollments.
 */
export async function signedSlipFile(
  platform: Platform,
  actor: Person | null,
  args: { readonly reference: string; readonly linkSecret: string | null },
): Promise<Result<SlipFile, { readonly kind: 'not-found' }>> {
  const applicationId = await readableApplication(platform, actor, args);
  const enrollment =
    applicationId === null ? null : await readEnrollment(platform.db, applicationId);
  if (enrollment === null) return refuse({ kind: 'not-found' });
  const { text, sha256, signedAt } = enrollment.slip;
  const installation = platform.env.INSTALLATION_NAME;
  return ok({
    filename: slipFilename(args.reference, text.locale),
    bytes: await slipPdf({ text, sha256, signedAt, installation }),
  });
}

async function readableApplication(
  platform: Platform,
  actor: Person | null,
  { reference, linkSecret }: { readonly reference: string; readonly linkSecret: string | null },
): Promise<ApplicationId | null> {
  const held = await findHeldOffer(platform.db, { actor, linkSecret }, reference);
  if (held !== null) return held.application.id;
  if (actor === null || !can(actor, 'read-enrollments')) return null;
  const application = await platform.db.application.findUnique({
    where: { reference },
    select: { id: true },
  });
  return application === null ? null : asId(application.id);
}
