/** The id of one kind of subject: a UUIDv7. The brand keeps an offer's id out of an application's place. */
export type Id<Subject extends string> = string & { readonly __id: Subject };

export type UserId = Id<'User'>;
export type ProgrammeId = Id<'Programme'>;
export type CohortId = Id<'Cohort'>;
export type ApplicationId = Id<'Application'>;
export type DocumentId = Id<'SupportingDocument'>;
export type WorkplaceId = Id<'Workplace'>;
export type OfferId = Id<'Offer'>;
export type EnrollmentId = Id<'Enrollment'>;
export type LetterId = Id<'Letter'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a string from a path or a row has the shape of an id. Says nothing of whether it exists. */
export function isId(value: string): boolean {
  return uuid.test(value);
}

/** Gives a string from our own rows, or one that has passed `isId`, its brand. */
export function asId<Subject extends string>(value: string): Id<Subject> {
  return value as Id<Subject>;
}
