import { describe, expect, it } from 'vitest';
import {
  atTypedPlaces,
  groupsTyped,
  placesWithin,
  rearrangeGroups,
  typedPlaces,
} from '@/lib/application/rules/repeatable-groups';

const groups = [
  { list: 'workPeriods', button: 'work', fields: ['employer', 'from'], maximum: 3 },
  { list: 'courses', button: 'course', fields: ['name'], maximum: 2 },
];

const typed = {
  profession: ['Miljøarbeider'],
  'workPeriods.0.employer': ['Fjordby'],
  'workPeriods.0.from': ['1.1.20x'],
  'workPeriods.1.employer': ['Vikbygd'],
  'workPeriods.1.from': ['2.2.2022'],
  'courses.0.name': ['Trygghet'],
};

describe('groups of fields that buttons add and remove', () => {
  it('come with one more, and all that was typed, right or wrong', () => {
    const after = rearrangeGroups({ ...typed, _intent: ['add-work'] }, groups);
    expect(after).toMatchObject(typed);
    expect(after).toMatchObject({
      'workPeriods.2.employer': [''],
      'workPeriods.2.from': [''],
    });
    expect(groupsTyped(after ?? {}, 'workPeriods')).toBe(3);
  });

  it('close the gap when one is removed', () => {
    const after = rearrangeGroups({ ...typed, _intent: ['remove-work-0'] }, groups);
    expect(after).toMatchObject({
      profession: ['Miljøarbeider'],
      'workPeriods.0.employer': ['Vikbygd'],
      'workPeriods.0.from': ['2.2.2022'],
      'courses.0.name': ['Trygghet'],
    });
    expect(groupsTyped(after ?? {}, 'workPeriods')).toBe(1);
  });

  it('stay as they are when the list is full, or the group to remove is not there', () => {
    const full = { ...typed, 'workPeriods.2.employer': ['Nes'] };
    expect(
      groupsTyped(rearrangeGroups({ ...full, _intent: ['add-work'] }, groups) ?? {}, 'workPeriods'),
    ).toBe(3);
    expect(rearrangeGroups({ ...typed, _intent: ['remove-course-7'] }, groups)).toMatchObject(
      typed,
    );
  });

  it.each([['continue'], ['later'], ['add-works'], ['remove-work-'], ['remove-work-1x']])(
    'are left alone by the button %s',
    (intent) => {
      expect(rearrangeGroups({ ...typed, _intent: [intent] }, groups)).toBeNull();
    },
  );
});

describe('groups of which some are left empty', () => {
  const full = { name: 'Trygghet' };
  const empty = { name: ' ' };

  it.each([
    ['none', [full, full], null],
    ['the last', [full, empty], null],
    ['all', [empty, empty], null],
    ['the first', [empty, full, full], { courses: [1, 2] }],
    ['one in the middle', [full, empty, full, empty], { courses: [0, 2] }],
  ])('say where the others stood: %s', (_which, courses, places) => {
    expect(typedPlaces({ courses, profession: 'Sykepleier', workPeriods: [full] })).toEqual(places);
  });

  it.each([[null], ['x'], [{}], [{ courses: 'x' }], [{ courses: {} }]])(
    'are none in %j, which is no form',
    (sent) => {
      expect(typedPlaces(sent)).toBeNull();
    },
  );

  it('have problems told of at the others as they were typed, and of nothing else', () => {
    const places = placesWithin('category', { courses: [1, 3] });
    const told = (...fields: string[]) =>
      atTypedPlaces(
        fields.map((field) => ({ field })),
        places,
      ).map(({ field }) => field);
    expect(told('category.courses.0.year', 'category.courses.1.name')).toEqual([
      'category.courses.1.year',
      'category.courses.3.name',
    ]);
    const others = ['', 'email', 'category.courses', 'category.workPeriods.0.from', 'courses.0'];
    expect(told(...others, 'category.courses.7.name')).toEqual([
      ...others,
      'category.courses.7.name',
    ]);
    expect(atTypedPlaces([{ field: 'courses.0.year' }], null)).toEqual([
      { field: 'courses.0.year' },
    ]);
  });
});
