/**
 * The shapes of an `<svg>`, for its `dangerouslySetInnerHTML`: only ever a constant of ours. A page is rendered
 * twice, into React's own stream and into HTML, and pays for each element both times; a drawing of many shapes
 * then costs as much as one. Made once, beside the component, so that the stream holds it once as well.
 */
export function drawing(shapes: string): { readonly __html: string } {
  return { __html: shapes };
}
