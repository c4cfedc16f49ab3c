import { describe, expect, it } from 'vitest';
import { groupsTyped, rearrangeGroups } from '@/lib/application/rules/repeatable-groups';

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
