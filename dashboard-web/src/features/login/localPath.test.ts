import { describe, expect, it } from 'vitest'
import { localPath } from './localPath'

describe('the page after the login', () => {
  it('is the one that was asked for', () => {
    expect(localPath('/wall/civic-centre?lang=en')).toBe('/wall/civic-centre?lang=en')
  })

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    '',
    undefined,
    ['/a'],
  ])('is never on another host: %j', (next) => {
    expect(localPath(next)).toBe('/')
  })
})
