import { z } from 'zod';
import type { RegisteredUnit } from '../business-register';
import { Outage } from './requests';

/** Organisations of a search, and units of one; more would not be read on a phone. */
export const mostUnits = 10;

const address = z.object({ poststed: z.string().optional(), kommune: z.string().optional() });

/** What is read of an «enhet» or an «underenhet»; the register sends much more. */
const unitForm = z.object({
  organisasjonsnummer: z.string().regex(/^\d{9}$/),
  navn: z.string().trim().min(1).max(300),
  slettedato: z.string().optional(),
  overordnetEnhet: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  forretningsadresse: address.optional(),
  beliggenhetsadresse: address.optional(),
});
export type Unit = z.infer<typeof unitForm>;

/** A page of a list; without `_embedded` it is empty, and then it must at least count. */
const listForm = z.union([
  z.object({
    _embedded: z.object({
      enheter: z.array(z.unknown()).optional(),
      underenheter: z.array(z.unknown()).optional(),
    }),
  }),
  z.object({
    page: z.object({ totalElements: z.literal(0) }),
    _embedded: z.undefined().optional(),
  }),
]);

/** The units of a list that can be read and are not deleted. */
export function unitsIn(json: unknown): Unit[] {
  if (json === null) return [];
  const list = listForm.safeParse(json);
  if (!list.success) throw new Outage('the list cannot be read');
  const { enheter = [], underenheter = [] } = list.data._embedded ?? {};
  const sent = [...enheter, ...underenheter];
  const parsed = sent.map((each) => unitForm.safeParse(each));
  const units = parsed.flatMap((each) => (each.success ? [each.data] : []));
  if (sent.length > 0 && units.length === 0) throw new Outage('no unit of the list can be read');
  return units.filter(({ slettedato }) => slettedato === undefined).slice(0, mostUnits);
}

/** The unit of an answer; null for one that is not there, or deleted. */
export function oneIn(json: unknown): Unit | null {
  if (json === null) return null;
  const deleted = z.object({ slettedato: z.string() }).safeParse(json);
  if (deleted.success) return null;
  const unit = unitForm.safeParse(json);
  if (!unit.success) throw new Outage('the unit cannot be read');
  return unit.data;
}

/** A unit as we tell of it; its organisation is told when its name is known. */
export function registered(
  unit: Unit,
  kind: RegisteredUnit['kind'],
  names: ReadonlyMap<string, string>,
): RegisteredUnit {
  const { organisasjonsnummer, navn, overordnetEnhet } = unit;
  const parentName = names.get(overordnetEnhet ?? '');
  const where = unit.beliggenhetsadresse ?? unit.forretningsadresse;
  return {
    organisationNumber: organisasjonsnummer,
    name: oneLine(navn),
    kind,
    parent:
      overordnetEnhet === undefined || parentName === undefined
        ? null
        : { organisationNumber: overordnetEnhet, name: oneLine(parentName) },
    place: oneLine(where?.poststed ?? where?.kommune ?? '') || null,
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
