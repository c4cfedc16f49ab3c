import { isOrganisationNumber } from '@/lib/kernel/organisation-number';
import { localDate, type LocalDate } from '@/lib/kernel/time';

/** A made-up workplace. What it says of itself, and what staff of the demo have verified. */
export interface DemoWorkplace {
  readonly employer: string;
  readonly organisationNumber: string;
  readonly unit: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly claims: 'yes' | 'partly' | 'no';
  readonly anchored: { readonly from: LocalDate; readonly to: LocalDate | null } | null;
}

/**
 * A number with a right check digit that no organisation has: the register gives out none that begins
 * with 1.
 */
function demoOrganisationNumber(serial: number): string {
  const stem = `1000${String(serial).padStart(4, '0')}`;
  const found = Array.from({ length: 10 }, (_, digit) => `${stem}${digit}`).find(
    isOrganisationNumber,
  );
  if (found === undefined) throw new Error(`No check digit makes ${stem} a number.`);
  return found;
}

const north = {
  employer: 'Demosykehuset Nord',
  organisationNumber: demoOrganisationNumber(1),
  street: 'Eksempelveien 1',
  postcode: '9999',
  city: 'Demovik',
};
const south = {
  employer: 'Demosykehuset Sør',
  organisationNumber: demoOrganisationNumber(2),
  street: 'Eksempelveien 2',
  postcode: '9999',
  city: 'Demovik',
};
const municipality = {
  employer: 'Demo kommune',
  organisationNumber: demoOrganisationNumber(3),
  street: 'Eksempeltorget 3',
  postcode: '9999',
  city: 'Demovik',
};
const foundation = {
  employer: 'Demostiftelsen',
  organisationNumber: demoOrganisationNumber(5),
  street: 'Eksempelstien 4',
  postcode: '9999',
  city: 'Demovik',
};

/** The demo's workplaces, by the keys that its scripts use. */
export const demoWorkplaces = {
  ward: {
    ...north,
    unit: 'Døgnpost A',
    claims: 'yes',
    anchored: { from: localDate('2021-01-01'), to: null },
  },
  outreach: { ...north, unit: 'Ambulant team', claims: 'partly', anchored: null },
  psychosis: {
    ...south,
    unit: 'Psykosepost',
    claims: 'yes',
    anchored: { from: localDate('2023-03-01'), to: null },
  },
  clinic: { ...south, unit: 'DPS, poliklinikk', claims: 'yes', anchored: null },
  municipal: { ...municipality, unit: 'Rus og psykisk helse', claims: 'partly', anchored: null },
  childWelfare: { ...municipality, unit: 'Barnevernet', claims: 'no', anchored: null },
  // Anchored while the first cohort applied, and not any more.
  housing: {
    ...foundation,
    unit: 'Botiltaket',
    claims: 'yes',
    anchored: { from: localDate('2022-01-01'), to: localDate('2025-06-30') },
  },
} as const satisfies Record<string, DemoWorkplace>;

export type DemoWorkplaceKey = keyof typeof demoWorkplaces;
