/** The main colours that an installation may choose, each checked for contrast in light and dark. */
export const mainColors = ['pine', 'fjord', 'heather'] as const;

export type MainColor = (typeof mainColors)[number];
