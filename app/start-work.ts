import { clearExpired } from '@/lib/platform/clear-expired';
import { requeueLetters } from '@/lib/correspondence/use-cases/requeue-letters';
import { sendLetter } from '@/lib/correspondence/use-cases/send-letter';
import { eraseDrafts } from '@/lib/application/use-cases/erase-drafts';
import { remindOfRequests } from '@/lib/application/use-cases/remind-of-requests';
import { scanDocument } from '@/lib/application/use-cases/scan-document';
import { sweepDocuments } from '@/lib/application/use-cases/sweep-documents';
import { recordLapses } from '@/lib/admission/use-cases/record-lapses';
import { createLog } from '@/lib/platform/log';
import type { Platform } from '@/lib/platform/context';
import type { Mailer } from '@/lib/platform/mailer';
import { started } from '@/lib/platform/started';
import { openOnce } from './platform';

/**
 * Opens the platform when the process starts, so that a wrong environment stops the start, and takes the
 * jobs that other requests put into the queue. `WORKER=off` leaves the jobs to another instance.
 */
export async function startWork(): Promise<void> {
  try {
    const { platform, mailer } = await openOnce();
    if (platform.env.WORKER === 'on') await takeJobs(platform, mailer);
    process.send?.(started);
  } catch (error) {
    // Next would log this and serve on, without a database for as long as the process lives. Whoever
    // started it hears of its end, and tries again or says why.
    createLog('fatal').fatal({ err: error }, 'the server cannot start');
    process.exit(1);
  }
}

async function takeJobs(platform: Platform, mailer: Mailer): Promise<void> {
  const { jobs } = platform;
  await jobs.work('send-letter', ({ letterId }) => sendLetter(platform, mailer, letterId));
  await jobs.work('requeue-letters', async () => {
    await requeueLetters(platform);
  });
  await jobs.work('scan-document', ({ documentId }) => scanDocument(platform, documentId));
  await jobs.work('clear-expired', async () => {
    await clearExpired(platform);
    await sweepDocuments(platform);
  });
  await jobs.work('record-lapses', async () => {
    await recordLapses(platform);
  });
  await jobs.work('erase-drafts', async () => {
    await eraseDrafts(platform);
  });
  await jobs.work('remind-of-requests', async () => {
    await remindOfRequests(platform);
  });
  await jobs.schedule('requeue-letters', '*/15 * * * *');
  await jobs.schedule('clear-expired', '20 * * * *');
  await jobs.schedule('record-lapses', '5 * * * *');
  await jobs.schedule('erase-drafts', '35 * * * *');
  await jobs.schedule('remind-of-requests', '50 * * * *');
}
