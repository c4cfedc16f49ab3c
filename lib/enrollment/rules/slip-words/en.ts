import type { SlipWords } from './fragments';

export const en: SlipWords = {
  title: (programme) => `Binding enrollment: ${programme}`,
  facts: {
    programme: 'Programme',
    heldBy: 'Held by',
    cohort: 'Cohort',
    applicant: 'Applicant',
    application: 'Application',
    place: 'Place',
    teaching: 'Teaching',
  },
  teaching: (gatherings, days, hours) => `${gatherings} gatherings, ${days} days, ${hours} hours`,
  commitment: {
    heading: 'What you commit to',
    lead: 'Your enrollment is binding from the moment you sign. You commit that',
    items: (price) => [
      'you take part in the whole programme, every day in the table below',
      `the fee of ${price} is paid, by your employer or by you`,
    ],
    diploma: (percent) =>
      `To receive the diploma you must have been present for at least ${percent}% of the teaching time.`,
  },
  gatherings: {
    heading: 'The gatherings',
    caption: 'All days of teaching',
    head: ['Gathering', 'Day', 'Time'],
    row: (number) => `Gathering ${number}`,
  },
  price: {
    heading: 'The price',
    now: (price) => `The price that applies now is ${price}.`,
    rule: (places, earlyBird, ordinary) =>
      `The first ${places} to enroll pay ${earlyBird}. After that the price is ${ordinary}.`,
    left: (left, places) =>
      `When you were shown this slip, ${left} of ${places} places at the early-bird price ${left === 1 ? 'was' : 'were'} left.`,
    noneLeft: (places, earlyBird) => `All ${places} places at ${earlyBird} are taken.`,
    fixed:
      'Your price is fixed when we receive the slip, and does not change afterwards. If it is no longer the one you see here, you are not bound: the slip comes back to you with the new price.',
  },
  cancellation: {
    heading: 'If you cannot take part after all',
    byYou: (mailbox, phone) =>
      `Write to ${mailbox} or call ${phone} as soon as you know, and tell us why.`,
    decision:
      'As a rule the fee must be paid even if you withdraw. We consider each case, and our answer says whether the fee is still due, and why.',
    byUs: (minimum, date) =>
      `The programme starts only if at least ${minimum} have enrolled. We decide by ${date}. If we cancel it, nobody pays.`,
  },
  payer: {
    heading: 'Who pays',
    employer: {
      employer: 'Employer',
      organisationNumber: 'Organisation number',
      reference: 'Reference on the invoice',
      address: 'Invoice address',
    },
    applicant: { payer: 'Payer', address: 'Invoice address' },
  },
  signature: {
    heading: 'Signature',
    declaration: (programme, price) =>
      `I have read the text above and sign a binding enrollment at ${price} in this programme: ${programme}.`,
    facts: { name: 'Signed by', signedAt: 'Signed', version: 'Version of the slip' },
  },
};
