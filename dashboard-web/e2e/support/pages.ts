import { createReadStream, existsSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'

/** Where the build puts the pages. */
export const PAGES = join(import.meta.dirname, '../../target/classes/static')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** A file of the build, or for any other path the page itself, whose router knows the path. */
export function serveStatic(root: string | undefined, path: string, response: ServerResponse): void {
  if (!root) {
    response.writeHead(404).end()
    return
  }
  const asked = join(root, normalize(path))
  const file = existsSync(asked) && statSync(asked).isFile() ? asked : join(root, 'index.html')
  if (path.startsWith('/assets/') && file !== asked) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
}
