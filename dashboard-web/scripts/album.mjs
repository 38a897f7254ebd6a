// All pictures that were taken on one page, a row a state: to be looked at before they are believed.
import { readdirSync, writeFileSync } from 'node:fs'

const folder = new URL('../target/pictures/', import.meta.url)
const VARIANT = /^(.*?)-(1080|720|4k|32x9|portrait|phone)-(dark|light)-(zh|en)$/
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.png'))
  .map((name) => name.slice(0, -4))

const states = new Map()
for (const name of names.sort()) {
  const state = VARIANT.exec(name)?.[1] ?? 'once'
  states.set(state, [...(states.get(state) ?? []), name])
}

const figure = (name) =>
  `<a href="${name}.png"><figure><img loading="lazy" src="${name}.png" alt=""><figcaption>${name}</figcaption></figure></a>`
const section = ([state, pictures]) =>
  `<h2 id="${state}">${state}</h2><div>${pictures.map((name) => figure(name)).join('')}</div>`
const links = [...states.keys()].map((state) => `<a href="#${state}">${state}</a>`).join(' ')

writeFileSync(
  new URL('index.html', folder),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hall Command: pictures</title>
<style>
body { margin: 2rem; font: 16px/1.5 sans-serif; color: #f4f1ea; background: #333 }
a { color: inherit } h2 { margin: 2rem 0 0.5rem }
div { display: flex; flex-wrap: wrap; gap: 1rem }
figure { margin: 0 } img { display: block; height: 216px } figcaption { font-size: 12px }
</style>
<h1>${names.length} pictures of ${states.size} states</h1><nav>${links}</nav>${[...states].map(section).join('\n')}</html>`,
)
console.log(`${names.length} pictures: target/pictures/index.html`)
