import { addDays, type Instant } from '@/lib/kernel/time';
import type { RequestKind } from '@/lib/application/rules/information-request';
import { answerInformationRequest } from '@/lib/application/use-cases/answer-information-request';
import { requestInformation } from '@/lib/application/use-cases/request-information';
import { withdrawInformationRequest } from '@/lib/application/use-cases/withdraw-information-request';
import type { CohortOnStage } from './cohort-on-stage';
import { demoPdf } from './document';
import { demoApplicant } from './people';
import { must } from './stage';

/** Something that the officer asks one applicant for; days are counted from the application deadline. */
interface DemoRequest {
  readonly applicant: number;
  readonly asks: RequestKind;
  readonly question: string;
  readonly askedOn: number;
  readonly dueOn: number;
  readonly then:
    | { readonly does: 'waits' }
    | {
        readonly does: 'answers';
        readonly on: number;
        readonly words: string;
        readonly paper?: string;
      }
    | { readonly does: 'is let off'; readonly on: number; readonly why: string };
}

/** One waits for an answer, one was answered in time, one late, and one was not needed after all. */
const requests: readonly DemoRequest[] = [
  {
    applicant: 38,
    asks: 'document',
    question:
      'Send oss autorisasjonen din, eller en utskrift fra Helsepersonellregisteret. Den vi har fått, kan vi ikke lese.',
    askedOn: 18,
    dueOn: 31,
    then: { does: 'waits' },
  },
  {
    applicant: 43,
    asks: 'document',
    question: 'Send oss en attest fra lederen din som sier hvor lenge du har arbeidet på posten.',
    askedOn: 6,
    dueOn: 14,
    then: {
      does: 'answers',
      on: 9,
      words: 'Her er attesten. Den gjelder til og med i dag.',
      paper: 'Attest fra leder',
    },
  },
  {
    applicant: 44,
    asks: 'answer',
    question: 'Hvem på arbeidsstedet kan være med deg på øvelsene mellom samlingene?',
    askedOn: 6,
    dueOn: 13,
    then: {
      does: 'answers',
      on: 16,
      words: 'Beklager at dette kommer sent, jeg har hatt ferie. Fagutvikleren på posten blir med.',
    },
  },
  {
    applicant: 43,
    asks: 'answer',
    question: 'Hvilket år ble du ferdig med videreutdanningen?',
    askedOn: 7,
    dueOn: 14,
    then: { does: 'is let off', on: 8, why: 'Året stod i vitnemålet som var lagt ved.' },
  },
];

/** Plans the requests of a cohort that is being assessed, and what came of each. */
export function planRequests(on: CohortOnStage): void {
  const { stage } = on;
  const moment = (days: number, time: string): Instant =>
    on.at(addDays(on.cohort.plan.applicationDeadline, days), time);
  for (const { applicant, asks, question, askedOn, dueOn, then } of requests) {
    let number = 0;
    stage.plan(moment(askedOn, '10:15'), async () => {
      const asked = await requestInformation(stage.platform, on.office().officer, {
        reference: on.reference(applicant),
        asks,
        question,
        dueOn: addDays(on.cohort.plan.applicationDeadline, dueOn),
      });
      number = must(asked, `request to applicant ${applicant}`).number;
    });
    if (then.does === 'waits') continue;
    stage.plan(moment(then.on, '20:40'), async () => {
      const reference = on.reference(applicant);
      const { email, name, locale } = demoApplicant(applicant);
      if (then.does === 'is let off') {
        const back = { reference, number, reason: then.why };
        must(
          await withdrawInformationRequest(stage.platform, on.office().officer, back),
          `request that ${name} is let off`,
        );
        return;
      }
      const file =
        then.paper === undefined
          ? null
          : await stage.receive('attest.pdf', await demoPdf(then.paper, name));
      const person = await stage.signIn({ email, name, locale });
      const answer = { reference, number, answer: then.words, file };
      must(await answerInformationRequest(stage.platform, person, answer), `answer of ${name}`);
    });
  }
}
