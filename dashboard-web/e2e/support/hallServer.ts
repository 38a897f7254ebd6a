/**
 * A small server that speaks the product's contract for one scripted hall: pages, login, tokens, intake, SSE and
 * RSocket over WebSocket. It can be told to fail in the ways that a screen has to live through.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { HallStream } from '../../src/stream/transport'
import type { AlertView } from '../../src/wire/alert'
import type { Emergencies } from '../../src/wire/emergency'
import type { Json } from '../../src/wire/mergePatch'
import type { HallView } from '../../src/wire/view'
import { AlertDesk, type Answered, type Officer } from './alertDesk'
import { EmergencyDesk } from './emergencyDesk'
import { serveStatic } from './pages'
import { PatchStream, type SentFrame, type Subscriber, versionOf } from './patchStream'
import { RegionSide } from './regionSide'
import { answerSocket } from './rsocketSide'
import { type DeviceEvent, hallTime, type ScriptedHall } from './scriptedHall'
import type { ScriptedRegion } from './scriptedRegion'
import { emergenciesForVisitors, forVisitors } from './visitors'

interface Options {
  readonly hall: ScriptedHall
  /** The tree that the server tells of. */
  readonly region?: ScriptedRegion
  /** The server's clock. */
  readonly now: () => number
  /** Where the built pages are; none: only the API is served. */
  readonly pages?: string
  readonly port?: number
  readonly heartbeatMillis?: number
  /** Everybody may see the hall. */
  readonly open?: boolean
}

type Subscription = (subscriber: Subscriber, lastEventId: string | undefined) => () => void

/** Who asks: everybody who is known may see what visitors may see, a board nothing else. */
type Caller = 'nobody' | 'board' | 'known'

/** What each of the two streams shows. */
const SHOWN: Readonly<Record<HallStream, (view: HallView) => HallView>> = { full: (view) => view, public: forVisitors }
const EMERGENCIES: Readonly<Record<HallStream, (all: Emergencies) => Emergencies>> = {
  full: (all) => all,
  public: emergenciesForVisitors,
}
const STREAMS = ['full', 'public'] as const
const STREAMS_OF: Readonly<Record<Caller, readonly HallStream[]>> = { nobody: [], board: ['public'], known: STREAMS }

export const WALL_TOKEN = 'wall-token'
/** A screen for visitors. */
export const BOARD_TOKEN = 'board-token'
export const DEVICE_TOKEN = 'device-token'
export const USER = { user: 'zhou.min', password: 'correct horse', role: 'MANAGER' } as const
export const OFFICER = { user: 'li.qiang', password: 'battery staple', role: 'OFFICER' } as const
const USERS: readonly Officer[] = [USER, OFFICER]

export class HallServer {
  journal: 'LIVE' | 'STALE' = 'LIVE'
  /** Refuses the upgrade, as a proxy that knows no WebSockets. */
  socketsRefused = false
  /** Takes requests and sockets but sends nothing any more. */
  silent = false
  /** How far the server's clock was set ahead. */
  aheadMillis = 0
  /** What screens asked to resume from, in order. */
  readonly resumedFrom: (string | undefined)[] = []

  readonly desk: AlertDesk
  readonly emergencies: EmergencyDesk
  /** What `GET alerts/quality` answers. */
  quality: Readonly<Record<string, unknown>> = {}

  private readonly epoch = `e${Date.now().toString(36)}`
  /** An id of one is of no use to the other. */
  private readonly streams: Readonly<Record<HallStream, PatchStream>> = {
    full: new PatchStream(this.epoch),
    public: new PatchStream(`${this.epoch}-public`),
  }
  readonly regions: RegionSide | undefined
  private readonly sockets = new WebSocketServer({ noServer: true })
  private server: Server | undefined
  private readonly connections = new Set<Socket>()
  private heartbeat: NodeJS.Timeout | undefined
  private port: number

  constructor(private readonly options: Options) {
    this.desk = new AlertDesk(options.hall, () => this.now())
    this.emergencies = new EmergencyDesk(options.hall, () => this.now())
    this.regions = options.region && new RegionSide(options.region, this.epoch)
    this.port = options.port ?? 0
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get screens(): number {
    return this.streams.full.subscribers.size + this.streams.public.subscribers.size
  }

  /** On the same port again after a stop. */
  async start(): Promise<void> {
    const server = createServer((request, response) => this.handle(request, response))
    server.on('connection', (connection) => {
      this.connections.add(connection)
      connection.once('close', () => this.connections.delete(connection))
    })
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head))
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.port, '127.0.0.1', resolve)
    })
    this.port = (server.address() as AddressInfo).port
    this.server = server
    this.heartbeat = setInterval(() => this.beat(), this.options.heartbeatMillis ?? 1_000)
  }

  async stop(): Promise<void> {
    clearInterval(this.heartbeat)
    this.cutAll()
    const { server } = this
    await new Promise((resolve) => {
      server?.close(resolve)
      // A socket that is just being opened belongs neither to the requests nor to the streams yet.
      for (const connection of this.connections) connection.destroy()
    })
  }

  cutAll(): void {
    for (const stream of STREAMS) this.streams[stream].cutAll()
    this.regions?.cutAll()
  }

  beat(): void {
    this.broadcast(() => this.heartbeatFrame())
    if (!this.silent) this.regions?.broadcast(this.heartbeatFrame())
  }

  /** What this changes in the tree goes out to everybody who looks at a part of it. */
  changeRegion(run: (region: ScriptedRegion) => void): void {
    this.regions?.change(run, this.silent)
  }

  /** Events happen now unless they say when. */
  play(...events: (Omit<DeviceEvent, 'time'> & { time?: number })[]): void {
    this.change(({ hall, now }) => {
      for (const event of events) hall.apply({ time: now, ...event })
    })
  }

  /** An alert as it is from now on, or gone. */
  setAlert(id: string, alert: AlertView | undefined): void {
    this.change(({ hall, now }) => {
      if (alert) hall.alerts[id] = alert
      else delete hall.alerts[id]
      hall.tell(id, 'alert.raised', now, { severity: alert?.severity, threshold: alert?.threshold })
      hall.touch(now)
    })
  }

  /** Whatever this changes goes out as one patch. */
  change<T>(run: (on: { readonly hall: ScriptedHall; readonly now: number }) => T): T {
    const before = { full: this.view('full'), public: this.view('public') }
    const result = run({ hall: this.options.hall, now: this.now() })
    for (const stream of STREAMS) this.streams[stream].publish(before[stream], this.view(stream), this.silent)
    return result
  }

  subscribe(stream: HallStream, subscriber: Subscriber, lastEventId: string | undefined): () => void {
    this.resumedFrom.push(lastEventId)
    this.streams[stream].subscribers.add(subscriber)
    if (!this.silent)
      for (const frame of [this.heartbeatFrame(), ...this.framesSince(stream, lastEventId)]) subscriber.send(frame)
    return () => this.streams[stream].subscribers.delete(subscriber)
  }

  private framesSince(stream: HallStream, lastEventId: string | undefined): readonly SentFrame[] {
    const frames = this.streams[stream].since(lastEventId, this.view(stream))
    const anew = frames[0]?.event === 'snapshot' && this.emergencies.hasUnrecorded
    return anew ? [...frames, this.unrecordedFrame(stream)] : frames
  }

  private broadcast(frame: (stream: HallStream) => SentFrame): void {
    if (!this.silent) for (const stream of STREAMS) this.streams[stream].broadcast(frame(stream))
  }

  private heartbeatFrame(): SentFrame {
    return { event: 'heartbeat', data: { at: hallTime(this.now()), journal: this.journal } }
  }

  private unrecordedFrame(stream: HallStream): SentFrame {
    const emergencies = EMERGENCIES[stream](this.emergencies.unrecorded)
    return { event: 'unrecorded', data: { at: hallTime(this.now()), emergencies } }
  }

  /** The journal answers again: what was kept aside is recorded, then the frame that it makes superfluous. */
  recover(): void {
    this.journal = 'LIVE'
    this.emergencies.journalAway = false
    this.change(() => this.emergencies.recover())
    this.broadcast((stream) => this.unrecordedFrame(stream))
  }

  private now(): number {
    return this.options.now() + this.aheadMillis
  }

  private view(stream: HallStream): Json {
    return SHOWN[stream](this.options.hall.view()) as unknown as Json
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.url)
    if (url.pathname.startsWith('/api/')) this.handleApi(url.pathname, request, response)
    else if (url.searchParams.has('token')) this.exchangeToken(url, response)
    else serveStatic(this.options.pages, url.pathname, response)
  }

  private exchangeToken(url: URL, response: ServerResponse): void {
    const token = url.searchParams.get('token')
    url.searchParams.delete('token')
    response
      .writeHead(302, { 'Set-Cookie': `hall=${token}; HttpOnly; Path=/`, Location: url.pathname + url.search })
      .end()
  }

  private handleApi(path: string, request: IncomingMessage, response: ServerResponse): void {
    const { hall } = this.options
    if (path === '/api/login') void this.logIn(request, response)
    else if (this.callerOf(request) === 'nobody') problem(response, 401, 'Not logged in')
    else if (path === '/api/me') json(response, 200, this.caller(request))
    else if (path.startsWith('/api/halls/forbidden')) problem(response, 403, 'No right to this hall')
    else if (path === `/api/halls/${hall.id}/public`) json(response, 200, this.view('public'))
    else if (path === `/api/halls/${hall.id}/public/stream`)
      this.streamTo(request, response, (subscriber, id) => this.subscribe('public', subscriber, id))
    else if (/^\/api\/halls\/[^/]+\/public(\/stream)?$/.test(path)) problem(response, 404, 'No such hall')
    else if (this.callerOf(request) === 'board') problem(response, 403, 'A BOARD has no right to VIEW')
    else if (path === '/api/halls')
      json(
        response,
        200,
        this.options.region?.summaries() ?? [{ hall: hall.id, name: hall.view().name, level: 'CITY', open: true }],
      )
    else if (/\/region(\/stream)?$/.test(path)) this.handleRegion(path, request, response)
    else if (path === `/api/halls/${hall.id}/stream`)
      this.streamTo(request, response, (subscriber, id) => this.subscribe('full', subscriber, id))
    else if (path === `/api/halls/${hall.id}/events`) void this.takeEvents(request, response)
    else if (path.startsWith(`/api/halls/${hall.id}/emergencies`)) void this.handleEmergencies(path, request, response)
    else if (path.startsWith(`/api/halls/${hall.id}/`)) void this.handleDesk(path, request, response)
    else if (path === `/api/halls/${hall.id}`) json(response, 200, hall.view())
    else problem(response, 404, 'No such hall')
  }

  private handleRegion(path: string, request: IncomingMessage, response: ServerResponse): void {
    const [, node = '', stream] = /^\/api\/halls\/([^/]+)\/region(\/stream)?$/.exec(path) ?? []
    const id = decodeURIComponent(node)
    if (id === 'forbidden') problem(response, 403, 'No right to this hall')
    else if (!this.regions?.knows(id)) problem(response, 404, 'No such hall')
    else if (stream) this.streamTo(request, response, this.regionSubscription(this.regions, id))
    else json(response, 200, this.regions.view(id))
  }

  private regionSubscription(regions: RegionSide, node: string): Subscription {
    return (subscriber, lastEventId) =>
      regions.subscribe(node, subscriber, lastEventId, this.silent ? undefined : this.heartbeatFrame())
  }

  private callerOf(request: IncomingMessage): Caller {
    if (this.options.open) return 'known'
    const credentials = [request.headers.cookie, request.headers.authorization].join()
    const shows = (...any: readonly string[]) => any.some((known) => credentials.includes(known))
    if (shows(`hall=${WALL_TOKEN}`, 'hall=session-', `Bearer ${WALL_TOKEN}`, `Bearer ${DEVICE_TOKEN}`)) return 'known'
    return shows(`hall=${BOARD_TOKEN}`, `Bearer ${BOARD_TOKEN}`) ? 'board' : 'nobody'
  }

  private async logIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { user, password } = (await bodyOf(request)) as { user: string; password: string }
    const known = USERS.some((candidate) => candidate.user === user && candidate.password === password)
    if (!known) problem(response, 401, 'Wrong user or password')
    else response.writeHead(204, { 'Set-Cookie': `hall=session-${user}; HttpOnly; Path=/` }).end()
  }

  private officer(request: IncomingMessage): Officer | undefined {
    return USERS.find(({ user }) => request.headers.cookie?.includes(`hall=session-${user}`))
  }

  private caller(request: IncomingMessage): object {
    const screen = this.callerOf(request) === 'board' ? 'board' : 'wall'
    const { user: name, role } = this.officer(request) ?? { user: `first ${screen} token`, role: screen.toUpperCase() }
    return { name, role, scope: null }
  }

  private async handleDesk(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const officer = this.officer(request) ?? { user: 'wall', password: '', role: 'VIEWER' }
    const [, place = '', id = '', action = ''] =
      /^\/api\/halls\/[^/]+\/(alerts|roster)\/?([^/]*)\/?([^/]*)$/.exec(path) ?? []
    const body = request.method === 'GET' ? {} : ((await bodyOf(request)) as Record<string, unknown>)
    const { status, body: answer } = this.change((): Answered => {
      if (place === 'roster') return request.method === 'PUT' ? this.desk.putRoster(officer, body) : this.desk.roster()
      if (id === 'quality') return { status: 200, body: this.quality }
      if (id === 'handover') return this.desk.handOver(officer, body)
      return request.method === 'GET' ? this.desk.detail(id) : this.desk.act(officer, id, action, body)
    })
    json(response, status, answer, status < 400 ? 'application/json' : 'application/problem+json')
  }

  private async handleEmergencies(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const officer = this.officer(request) ?? { user: 'wall', password: '', role: 'VIEWER' }
    const parts = path.split('/').slice(5).map(decodeURIComponent)
    const query = new URL(request.url ?? '/', this.url).searchParams
    const body = request.method === 'POST' ? ((await bodyOf(request)) as Record<string, unknown>) : {}
    const before = JSON.stringify(this.emergencies.unrecorded)
    const { status, body: answer } = this.change(() =>
      this.emergencies.handle(request.method ?? 'GET', parts, officer, body, query),
    )
    if (JSON.stringify(this.emergencies.unrecorded) !== before) this.broadcast((stream) => this.unrecordedFrame(stream))
    json(response, status, answer, status < 400 ? 'application/json' : 'application/problem+json')
  }

  private async takeEvents(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const events = [await bodyOf(request)].flat() as { type: string; time: string; data: Record<string, unknown> }[]
    this.play(...events.map(({ type, time, data }) => ({ type, data, time: Date.parse(time) })))
    json(response, 200, { accepted: events.length, duplicates: 0, rejected: [], version: versionOf(this.view('full')) })
  }

  private streamTo(request: IncomingMessage, response: ServerResponse, subscribe: Subscription): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.flushHeaders()
    const send = ({ id, event, data }: SentFrame) =>
      response.write(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    const leave = subscribe({ send, cut: () => response.destroy() }, request.headers['last-event-id'] as string)
    response.on('close', leave)
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.socketsRefused || request.url !== '/rsocket') {
      socket.end('HTTP/1.1 501 Not Implemented\r\nConnection: close\r\n\r\n')
      return
    }
    this.sockets.handleUpgrade(request, socket, head, (webSocket) =>
      answerSocket(webSocket, this, STREAMS_OF[this.callerOf(request)]),
    )
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const part of request) text += part
  return JSON.parse(text)
}

function json(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(body))
}

function problem(response: ServerResponse, status: number, title: string): void {
  json(response, status, { type: 'about:blank', title, status }, 'application/problem+json')
}
