import { expect, test } from 'vitest'
import { NoticeBoard } from '../../src/pdf/notice-board.ts'

test('a failing extra becomes a notice of its page, and the fallback stands in', async () => {
  const board = new NoticeBoard()
  board.page = 3
  const outline = await board.attempt('outline', 'none', () => Promise.reject(new Error('torn')))
  expect(outline).toBe('none')
  expect(board.notices).toEqual([{ kind: 'extra-failed', page: 3, words: 'outline: torn' }])
})

test('an extra that never answers is given up', async () => {
  const board = new NoticeBoard()
  const outline = await board.attempt('outline', 'none', () => new Promise<string>(() => undefined))
  expect(outline).toBe('none')
  expect(board.notices).toEqual([{ kind: 'extra-failed', page: null, words: 'outline: no answer' }])
})

test('a warning is noted once a page, and the ones about left-out pictures are not', () => {
  const board = new NoticeBoard()
  board.page = 1
  board.addWarning('odd font')
  board.addWarning('odd font')
  board.addWarning('Image exceeded maximum allowed size and was removed.')
  board.page = 2
  board.addWarning('odd font')
  expect(board.notices).toEqual([
    { kind: 'pdf-warning', page: 1, words: 'odd font' },
    { kind: 'pdf-warning', page: 2, words: 'odd font' },
  ])
})
