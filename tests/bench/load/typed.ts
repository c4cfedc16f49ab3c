import type { AnswerStep } from '@/lib/application/rules/steps';

const sentence =
  'Jeg har arbeidet i døgnpost i ti år og vil lære å møte mennesker i krise uten å ta over for dem; vi øver på validering, færdigheter og kriseplan sammen. ';

/** Running text of about so many characters. */
export function prose(characters: number): string {
  return sentence
    .repeat(Math.ceil(characters / sentence.length))
    .slice(0, characters)
    .trim();
}

type Typed = readonly (readonly [name: string, value: string])[];

/** What is typed into a step, as long as people write; `round` makes it another than the last time. */
export function typedFor(step: AnswerStep, round: number): Typed {
  switch (step) {
    case 'about-you':
      return [
        ['name', `Kari Eksempel ${round}`],
        ['phone', '90 00 00 00'],
        ['preferredLanguage', 'nb'],
      ];
    case 'category':
      return [
        ['categoryNumber', '2'],
        ['profession', 'Sykepleier'],
        ['education', 'Bachelor i sykepleie, Universitetet i Tromsø, 2012'],
        ['relevantExperience', `${prose(900)} ${round}`],
        ['authorisationNumber', '1234567'],
      ];
    case 'workplace':
      return [
        ['employer', 'Fjordby helseforetak'],
        ['organisationNumber', '974 760 673'],
        ['unit', 'DPS Nord, døgn'],
        ['managerName', 'Ola Eksempel'],
        ['managerEmail', 'ola@fjordby.example'],
        ['managerSupports', 'yes'],
        ['worksWithKyr', 'partly'],
        ['howKyr', prose(700)],
        ['howLearningUsed', `${prose(800)} ${round}`],
      ];
    case 'motivation':
      return [['motivation', `${prose(2_400)} ${round}`]];
    case 'conditions':
      // Three ticks that must be there: after the first time there is nothing new to store.
      return [
        ['readsEnglish', 'yes'],
        ['rolePlay', 'yes'],
        ['videoRecording', 'yes'],
      ];
  }
}
