/*
 * Devices that report, from one thread: makes halls, posts batches of events on a
 * schedule that does not wait for answers, and prints what was acknowledged as one line
 * of JSON. It costs little itself, so the server is what is measured.
 *
 *   cc -O2 -Wall -Wextra -D_GNU_SOURCE postevents.c -o postevents
 */
#include <errno.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define EVENT_MAX 320
#define ANSWER_MAX 65536
#define WINDOWS 28
#define QUEUES 8
#define MOST_TIMES 20000000

static const char HELP[] =
	"Usage: postevents [options] PORT TOKEN\n"
	"\n"
	"Makes halls of 8 queues and 28 windows on the server at 127.0.0.1:PORT, then posts\n"
	"events to all of them: tickets issued, called, started and completed. TOKEN is an\n"
	"administrator's. Prints what the server acknowledged, and the time from the moment a\n"
	"batch was due to its answer, in milliseconds.\n"
	"\n"
	"  -H halls     how many halls, 1 to 100000; default 100\n"
	"  -b events    events in a POST, 1 to 1000, in fours; default 100\n"
	"  -c number    connections, 1 to 4096; default 64\n"
	"  -r rate      events a second; default 0: as many as are answered\n"
	"  -w seconds   not counted at the start; default 5\n"
	"  -t seconds   counted; default 20\n"
	"  -p           make the halls only and say how long it took\n"
	"  -P           the halls are there already\n"
	"\n"
	"Exit: 0 done, 1 the server is gone or refused, 2 wrong usage.\n";

/* One connection has one request under way; its halls take turns. */
typedef struct {
	int socket;
	uint64_t next;       /* the device whose turn it is */
	double due;
	bool busy;
	char *request;
	size_t length;
	size_t written;
	char answer[ANSWER_MAX];
	size_t read;
} Connection;

static long halls = 100;
static long batch = 100;
static long connections = 64;
static double rate;
static double warm_up = 5;
static double seconds = 20;
static const char *token;
static const char *port;

static long devices;
static uint32_t *counts;     /* of a device: the batches that it has sent */
static long run;
static int epoll;
static Connection *all;

static uint64_t accepted;
static uint64_t duplicates;
static uint64_t failures;
static uint64_t answers;
static float *times;
static size_t timed;

static void fail(const char *what)
{
	fprintf(stderr, "postevents: %s: %s\n", what, strerror(errno));
	exit(1);
}

static void misuse(const char *what)
{
	fprintf(stderr, "postevents: %s\nTry 'postevents -h'.\n", what);
	exit(2);
}

static long number(const char *text, long min, long max, const char *name)
{
	char *end;
	errno = 0;
	long value = strtol(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || value < min || value > max) {
		char message[128];
		snprintf(message, sizeof message, "%s must be a whole number from %ld to %ld", name, min, max);
		misuse(message);
	}
	return value;
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static void open_socket(Connection *connection)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM };
	struct addrinfo *address;
	if (getaddrinfo("127.0.0.1", port, &hints, &address) != 0) {
		misuse("PORT is not a port");
	}
	connection->socket = socket(address->ai_family, address->ai_socktype, 0);
	if (connection->socket < 0 || connect(connection->socket, address->ai_addr, address->ai_addrlen) != 0) {
		fail("could not connect");
	}
	freeaddrinfo(address);
	int on = 1;
	setsockopt(connection->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = connection };
	if (epoll_ctl(epoll, EPOLL_CTL_ADD, connection->socket, &event) != 0) {
		fail("epoll");
	}
}

/* Puts the head before a body that begins at request + 512. */
static void head(Connection *connection, const char *method, const char *path, long hall, size_t body)
{
	char text[512];
	int length = snprintf(text, sizeof text,
			"%s /api/halls/load-%05ld/%s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nAuthorization: Bearer %s\r\n"
			"Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n",
			method, hall, path, port, token, body);
	memmove(connection->request + length, connection->request + 512, body);
	memcpy(connection->request, text, (size_t) length);
	connection->length = (size_t) length + body;
}

static void plan(Connection *connection, long hall)
{
	char *from = connection->request + 512;
	char *at = from;
	at += sprintf(at, "{\"name\":{\"zh\":\"压力测试 %ld\",\"en\":\"Load %ld\"},\"level\":\"COUNTY\",\"clock\":\"LIVE\","
			"\"zones\":[{\"id\":\"A\",\"name\":{\"zh\":\"A\",\"en\":\"A\"}}],\"queues\":[", hall, hall);
	for (int i = 0; i < QUEUES; i++) {
		at += sprintf(at, "%s{\"id\":\"q%d\",\"name\":{\"zh\":\"q%d\",\"en\":\"q%d\"},\"prefix\":\"Q%d-\"}",
				(i > 0) ? "," : "", i, i, i, i);
	}
	at += sprintf(at, "],\"windows\":[");
	for (int i = 0; i < WINDOWS; i++) {
		at += sprintf(at, "%s{\"id\":\"%02d\",\"name\":{\"zh\":\"%02d\",\"en\":\"%02d\"},\"zone\":\"A\","
				"\"kind\":\"SPECIALIST\",\"queues\":[\"q%d\"]}", (i > 0) ? "," : "", i, i, i, i % QUEUES);
	}
	at += sprintf(at, "]}");
	head(connection, "PUT", "plan", hall, (size_t) (at - from));
}

/* Each batch is whole visits at the device's own window. */
static void events(Connection *connection, long device)
{
	static const char *const types[] = { "ticket.issued", "ticket.called", "ticket.started", "ticket.completed" };
	long window = device / halls % WINDOWS;
	uint64_t count = counts[device]++;
	char stamp[40];
	struct timespec time;
	struct tm utc;
	clock_gettime(CLOCK_REALTIME, &time);
	gmtime_r(&time.tv_sec, &utc);
	size_t end = strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &utc);
	snprintf(stamp + end, sizeof stamp - end, ".%06ldZ", time.tv_nsec / 1000);
	char *from = connection->request + 512;
	char *at = from;
	for (long i = 0; i < batch; i++) {
		at += sprintf(at, "%c{\"id\":\"%lx-%llu\",\"source\":\"load-%ld\",\"type\":\"%s\",\"time\":\"%s\","
				"\"data\":{\"ticket\":\"%lx-%ld-%llu\"",
				(i > 0) ? ',' : '[', run, (unsigned long long) (count * (uint64_t) batch + (uint64_t) i),
				device / halls, types[i % 4], stamp,
				run & 0xffff, device / halls, (unsigned long long) ((count * (uint64_t) batch + (uint64_t) i) / 4));
		switch (i % 4) {
			case 0: at += sprintf(at, ",\"queue\":\"q%ld\"}}", window % QUEUES); break;
			case 3: at += sprintf(at, "}}"); break;
			default: at += sprintf(at, ",\"window\":\"%02ld\"}}", window); break;
		}
	}
	*at++ = ']';
	head(connection, "POST", "events", device % halls, (size_t) (at - from));
}

static void push(Connection *connection)
{
	while (connection->written < connection->length) {
		ssize_t wrote = send(connection->socket, connection->request + connection->written,
				connection->length - connection->written, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (wrote < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
			struct epoll_event event = { .events = EPOLLIN | EPOLLOUT, .data.ptr = connection };
			epoll_ctl(epoll, EPOLL_CTL_MOD, connection->socket, &event);
			return;
		}
		if (wrote < 0) {
			fail("the server is gone");
		}
		connection->written += (size_t) wrote;
	}
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = connection };
	epoll_ctl(epoll, EPOLL_CTL_MOD, connection->socket, &event);
}

static void begin(Connection *connection)
{
	connection->busy = true;
	connection->written = 0;
	connection->read = 0;
	push(connection);
}

static long long field(const char *body, const char *name)
{
	const char *at = strstr(body, name);
	return (at != NULL) ? strtoll(at + strlen(name), NULL, 10) : 0;
}

/* Reads on; true when the answer is whole. */
static bool answered(Connection *connection, int *status)
{
	ssize_t got = recv(connection->socket, connection->answer + connection->read,
			ANSWER_MAX - 1 - connection->read, MSG_DONTWAIT);
	if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
		return false;
	}
	if (got <= 0) {
		errno = (got == 0) ? ECONNRESET : errno;
		fail("the server is gone");
	}
	connection->read += (size_t) got;
	connection->answer[connection->read] = '\0';
	char *body = strstr(connection->answer, "\r\n\r\n");
	if (body == NULL) {
		return false;
	}
	*body = '\0';
	long long length = 0;
	char *header = strcasestr(connection->answer, "\r\ncontent-length:");
	if (header != NULL) {
		length = strtoll(header + strlen("\r\ncontent-length:"), NULL, 10);
	}
	*body = '\r';
	if (connection->answer + connection->read < body + 4 + length) {
		return false;
	}
	*status = atoi(connection->answer + strlen("HTTP/1.1 "));
	if (*status >= 400) {
		failures++;
		if (failures == 1) {
			fprintf(stderr, "postevents: the first refusal: %.600s\n", connection->answer);
		}
	}
	connection->busy = false;
	return true;
}

static void make_halls(void)
{
	double start = now();
	long next = 0;
	long done = 0;
	for (long c = 0; c < connections && next < halls; c++) {
		plan(&all[c], next++);
		begin(&all[c]);
	}
	while (done < halls) {
		struct epoll_event ready[256];
		int count = epoll_wait(epoll, ready, 256, 30000);
		if (count == 0) {
			errno = ETIMEDOUT;
			fail("no answer");
		}
		for (int i = 0; i < count; i++) {
			Connection *connection = ready[i].data.ptr;
			int status;
			if ((ready[i].events & EPOLLOUT) != 0) {
				push(connection);
			}
			if ((ready[i].events & ~(uint32_t) EPOLLOUT) == 0 || !answered(connection, &status)) {
				continue;
			}
			done++;
			if (next < halls) {
				plan(connection, next++);
				begin(connection);
			}
		}
	}
	fprintf(stderr, "%ld halls in %.1f s, %llu refused\n", halls, now() - start, (unsigned long long) failures);
}

static void send_next(Connection *connection)
{
	events(connection, (long) connection->next);
	connection->next += (uint64_t) connections;
	if (connection->next >= (uint64_t) devices) {
		connection->next = (uint64_t) (connection - all);
	}
	begin(connection);
}

static void report_events(void)
{
	double gap = (rate > 0) ? (double) (connections * batch) / rate : 0;
	double start = now();
	double from = start + warm_up;
	double end = from + seconds;
	for (long c = 0; c < connections; c++) {
		all[c].next = (uint64_t) c;
		all[c].due = start + gap * (double) c / (double) connections;
	}
	double time;
	while ((time = now()) < end) {
		double soonest = end;
		for (long c = 0; c < connections; c++) {
			if (!all[c].busy) {
				if (all[c].due <= time) {
					if (gap == 0) {
						all[c].due = time;
					}
					send_next(&all[c]);
				}
				else if (all[c].due < soonest) {
					soonest = all[c].due;
				}
			}
		}
		struct epoll_event ready[256];
		int wait = (int) ((soonest - now()) * 1000);
		int count = epoll_wait(epoll, ready, 256, (wait < 0) ? 0 : wait);
		for (int i = 0; i < count; i++) {
			Connection *connection = ready[i].data.ptr;
			int status;
			if ((ready[i].events & EPOLLOUT) != 0) {
				push(connection);
			}
			if ((ready[i].events & ~(uint32_t) EPOLLOUT) == 0 || !answered(connection, &status)) {
				continue;
			}
			time = now();
			if (time >= from && time < end) {
				answers++;
				accepted += (uint64_t) field(connection->answer, "\"accepted\":");
				duplicates += (uint64_t) field(connection->answer, "\"duplicates\":");
				if (timed < MOST_TIMES) {
					times[timed++] = (float) (1000 * (time - connection->due));
				}
			}
			connection->due += gap;
		}
	}
}

static int compare(const void *a, const void *b)
{
	float x = *(const float *) a;
	float y = *(const float *) b;
	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	int option;
	bool plans_only = false;
	bool planned = false;
	while ((option = getopt(argc, argv, "H:b:c:r:w:t:pPh")) != -1) {
		switch (option) {
			case 'H': halls = number(optarg, 1, 100000, "-H"); break;
			case 'b': batch = number(optarg, 1, 1000, "-b"); break;
			case 'c': connections = number(optarg, 1, 4096, "-c"); break;
			case 'r': rate = (double) number(optarg, 0, 10000000, "-r"); break;
			case 'w': warm_up = (double) number(optarg, 0, 3600, "-w"); break;
			case 't': seconds = (double) number(optarg, 1, 3600, "-t"); break;
			case 'p': plans_only = true; break;
			case 'P': planned = true; break;
			case 'h': fputs(HELP, stdout); return 0;
			default: misuse("unknown option");
		}
	}
	if (optind != argc - 2) {
		misuse("PORT and TOKEN are wanted");
	}
	port = argv[optind];
	token = argv[optind + 1];
	devices = (halls > connections) ? halls : connections;
	run = (long) time(NULL);
	epoll = epoll_create1(0);
	counts = calloc((size_t) devices, sizeof *counts);
	times = malloc(MOST_TIMES * sizeof *times);
	all = calloc((size_t) connections, sizeof *all);
	size_t room = 512 + 16384 + (size_t) batch * EVENT_MAX;
	for (long c = 0; c < connections; c++) {
		all[c].request = malloc(room);
		open_socket(&all[c]);
	}
	if (!planned) {
		make_halls();
	}
	if (plans_only) {
		return (failures > 0) ? 1 : 0;
	}
	report_events();
	qsort(times, timed, sizeof *times, compare);
	double p50 = (timed > 0) ? (double) times[timed / 2] : 0;
	double p99 = (timed > 0) ? (double) times[timed * 99 / 100] : 0;
	printf("{\"halls\":%ld,\"batch\":%ld,\"connections\":%ld,\"accepted\":%llu,\"duplicates\":%llu,\"refused_posts\":%llu,"
			"\"events_per_second\":%.0f,\"post_p50_ms\":%.2f,\"post_p99_ms\":%.2f}\n",
			halls, batch, connections, (unsigned long long) accepted, (unsigned long long) duplicates,
			(unsigned long long) failures, (double) accepted / seconds, p50, p99);
	return 0;
}
