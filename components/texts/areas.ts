import commonEn from './en/common.json';
import commonNb from './nb/common.json';
import commonNn from './nn/common.json';
import programmeEn from './en/programme.json';
import programmeNb from './nb/programme.json';
import programmeNn from './nn/programme.json';
import accountEn from './en/account.json';
import accountNb from './nb/account.json';
import accountNn from './nn/account.json';
import applicationEn from './en/application.json';
import applicationNb from './nb/application.json';
import applicationNn from './nn/application.json';
import myApplicationEn from './en/my-application.json';
import myApplicationNb from './nb/my-application.json';
import myApplicationNn from './nn/my-application.json';
import staffEn from './en/staff.json';
import staffNb from './nb/staff.json';
import staffNn from './nn/staff.json';
import admissionEn from './en/admission.json';
import admissionNb from './nb/admission.json';
import admissionNn from './nn/admission.json';
import enrollmentEn from './en/enrollment.json';
import enrollmentNb from './nb/enrollment.json';
import enrollmentNn from './nn/enrollment.json';
import staticEn from './en/static.json';
import staticNb from './nb/static.json';
import staticNn from './nn/static.json';
import refusalsEn from './en/refusals.json';
import refusalsNb from './nb/refusals.json';
import refusalsNn from './nn/refusals.json';
import documentsEn from './en/documents.json';
import documentsNb from './nb/documents.json';
import documentsNn from './nn/documents.json';
import draftsEn from './en/drafts.json';
import draftsNb from './nb/drafts.json';
import draftsNn from './nn/drafts.json';
import requestsEn from './en/requests.json';
import requestsNb from './nb/requests.json';
import requestsNn from './nn/requests.json';
import workplaceEn from './en/workplace.json';
import workplaceNb from './nb/workplace.json';
import workplaceNn from './nn/workplace.json';
import type { Localized } from '@/lib/kernel/locale';

/** Every area of texts. A new area: three files, three imports, one line here. */
export const areas = {
  common: three(commonNb, commonNn, commonEn),
  programme: three(programmeNb, programmeNn, programmeEn),
  account: three(accountNb, accountNn, accountEn),
  application: three(applicationNb, applicationNn, applicationEn),
  'my-application': three(myApplicationNb, myApplicationNn, myApplicationEn),
  documents: three(documentsNb, documentsNn, documentsEn),
  drafts: three(draftsNb, draftsNn, draftsEn),
  requests: three(requestsNb, requestsNn, requestsEn),
  workplace: three(workplaceNb, workplaceNn, workplaceEn),
  staff: three(staffNb, staffNn, staffEn),
  admission: three(admissionNb, admissionNn, admissionEn),
  enrollment: three(enrollmentNb, enrollmentNn, enrollmentEn),
  static: three(staticNb, staticNn, staticEn),
  refusals: three(refusalsNb, refusalsNn, refusalsEn),
};

/** Bokmål is the form that the other two must have, key for key. */
function three<T>(nb: T, nn: NoInfer<T>, en: NoInfer<T>): Localized<T> {
  return { nb, nn, en };
}

export type Area = keyof typeof areas;
export type AppTexts = { [A in Area]: (typeof areas)[A]['nb'] };
