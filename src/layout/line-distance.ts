/** Browsers set lines on whole pixels, 96 of which are 72 points. */
const PIXEL = 0.75
/** Points by which a distance in whole pixels may be off after it was written and read. */
const PIXEL_ROUNDING = 0.03

/** Whether a distance between baselines, in points, is one of whole pixels. */
export function isInPixels(distance: number): boolean {
  return Math.abs(distance - Math.round(distance / PIXEL) * PIXEL) <= PIXEL_ROUNDING
}

/**
 * Distance between baselines, in points, above which there is a gap. One pixel more than a usual distance of whole
 * pixels is what rounding makes of a pitch in between.
 *
 * @param pitch usual distance, in points
 * @param ratio how many times wider a gap is at least
 */
export function leastGap(pitch: number, ratio: number): number {
  return Math.max(pitch * ratio, isInPixels(pitch) ? pitch + PIXEL + PIXEL_ROUNDING : 0)
}
