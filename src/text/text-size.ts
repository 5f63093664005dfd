/** Size that lines of a text file are given, in points; all their widths and distances follow from it. */
export const TEXT_SIZE = 10
