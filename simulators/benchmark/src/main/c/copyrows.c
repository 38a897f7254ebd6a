/*
 * What PostgreSQL itself takes: sends rows of a journal's shape by COPY, one transaction
 * a batch, one connection, and prints what was committed as one line of JSON. It is the
 * yardstick for the server's intake.
 *
 *   cc -O2 -Wall -Wextra -I"$(pg_config --includedir)" copyrows.c -o copyrows -lpq
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <libpq-fe.h>

#define ROW_MAX 512
#define MOST_BATCHES 10000000

static const char HELP[] =
	"Usage: copyrows [-b rows] [-t seconds] [-n rows] [-H halls] CONNINFO\n"
	"\n"
	"Sends rows to PostgreSQL by COPY into a table of its own with the primary key\n"
	"(hall, version), the unique key (hall, source, event_id) and a json column of about\n"
	"90 bytes; each batch is a transaction. Prints rows, seconds, rows_per_second and the\n"
	"time of a batch, from its begin to the answer to its commit, in milliseconds.\n"
	"\n"
	"  -b rows      rows in a batch, 1 to 1000000; default 1000\n"
	"  -t seconds   how long to send, 1 to 3600; default 10\n"
	"  -n rows      stop after so many rows; default 0: no limit\n"
	"  -H halls     over how many halls the rows are spread, 1 to 1000000; default 100\n"
	"  CONNINFO     such as 'host=127.0.0.1 port=5432 user=postgres dbname=postgres'\n"
	"\n"
	"The table is dropped at the end. fsync and synchronous_commit stay as the server has\n"
	"them, and are printed. Exit: 0 done, 1 PostgreSQL refused or is gone, 2 wrong usage.\n";

static PGconn *connection;

static void fail(const char *what)
{
	const char *message = connection ? PQerrorMessage(connection) : "";
	fprintf(stderr, "copyrows: %s: %s%s", what, message, (*message != '\0') ? "" : "no reason given\n");
	PQfinish(connection);
	exit(1);
}

static void misuse(const char *what)
{
	fprintf(stderr, "copyrows: %s\nTry 'copyrows -h'.\n", what);
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

static void run(const char *sql, ExecStatusType expected)
{
	PGresult *result = PQexec(connection, sql);
	if (PQresultStatus(result) != expected) {
		fail(sql);
	}
	PQclear(result);
}

/* One value of one row; the caller frees it. */
static char *ask(const char *sql)
{
	PGresult *result = PQexec(connection, sql);
	if (PQresultStatus(result) != PGRES_TUPLES_OK || PQntuples(result) != 1) {
		fail(sql);
	}
	char *value = strdup(PQgetvalue(result, 0, 0));
	PQclear(result);
	return value;
}

/* Writes rows in COPY's text format and returns where they end. */
static char *render(char *at, uint64_t first, uint64_t rows, uint64_t halls, const char *time)
{
	static const char *const types[] = { "ticket.issued", "ticket.called", "ticket.started", "ticket.completed" };
	for (uint64_t row = first; row < first + rows; row++) {
		uint64_t hall = row % halls + 1;
		uint64_t version = row / halls + 1;
		at += snprintf(at, ROW_MAX,
				"%llu\t%llu\t%s\t%s\tkiosk-%llu\t%08llx-%llu\t%s\t"
				"{\"ticket\":\"A%012llu\",\"queue\":\"q%llu\",\"channel\":\"KIOSK\",\"priority\":\"NORMAL\",\"window\":\"%02llu\"}\n",
				(unsigned long long) hall, (unsigned long long) version, time, time,
				(unsigned long long) (version % 28), (unsigned long long) hall * 2654435761u % 4294967296u,
				(unsigned long long) version, types[version % 4], (unsigned long long) (version / 4),
				(unsigned long long) (version % 8), (unsigned long long) (version % 28));
	}
	return at;
}

static void copy(const char *table, const char *from, const char *to)
{
	char sql[160];
	run("begin", PGRES_COMMAND_OK);
	snprintf(sql, sizeof sql,
			"copy %s (hall, version, recorded_at, time, source, event_id, type, data) from stdin", table);
	run(sql, PGRES_COPY_IN);
	if (PQputCopyData(connection, from, (int) (to - from)) != 1 || PQputCopyEnd(connection, NULL) != 1) {
		fail("copy");
	}
	PGresult *result;
	while ((result = PQgetResult(connection)) != NULL) {
		if (PQresultStatus(result) != PGRES_COMMAND_OK) {
			fail("copy");
		}
		PQclear(result);
	}
	run("commit", PGRES_COMMAND_OK);
}

static int compare(const void *a, const void *b)
{
	float x = *(const float *) a;
	float y = *(const float *) b;
	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	uint64_t batch = 1000;
	uint64_t halls = 100;
	uint64_t most = 0;
	double seconds = 10;
	int option;
	while ((option = getopt(argc, argv, "b:t:n:H:h")) != -1) {
		switch (option) {
			case 'b': batch = (uint64_t) number(optarg, 1, 1000000, "-b"); break;
			case 't': seconds = (double) number(optarg, 1, 3600, "-t"); break;
			case 'n': most = (uint64_t) number(optarg, 0, 1000000000000, "-n"); break;
			case 'H': halls = (uint64_t) number(optarg, 1, 1000000, "-H"); break;
			case 'h': fputs(HELP, stdout); return 0;
			default: misuse("unknown option");
		}
	}
	if (optind != argc - 1) {
		misuse("one CONNINFO is wanted");
	}
	connection = PQconnectdb(argv[optind]);
	if (PQstatus(connection) != CONNECTION_OK) {
		fail("could not connect");
	}

	char table[64];
	char sql[640];
	snprintf(table, sizeof table, "copyrows_%ld_%ld", (long) time(NULL), (long) getpid());
	snprintf(sql, sizeof sql,
			"create table %s (hall integer not null, version bigint not null, recorded_at timestamptz not null,"
			" time timestamptz not null, source text not null, event_id text not null, type text not null,"
			" data json not null, primary key (hall, version), unique (hall, source, event_id))", table);
	run(sql, PGRES_COMMAND_OK);
	char *fsync = ask("show fsync");
	char *synchronous = ask("show synchronous_commit");
	char *stamp = ask("select date_trunc('microseconds', now())::text");

	char *rows = malloc(batch * ROW_MAX);
	float *times = malloc(MOST_BATCHES * sizeof *times);
	if (rows == NULL || times == NULL) {
		fprintf(stderr, "copyrows: not enough memory\n");
		return 1;
	}
	uint64_t sent = 0;
	size_t batches = 0;
	double start = now();
	double end = start + seconds;
	while (now() < end && batches < MOST_BATCHES && (most == 0 || sent < most)) {
		uint64_t size = (most != 0 && most - sent < batch) ? most - sent : batch;
		char *to = render(rows, sent, size, halls, stamp);
		double began = now();
		copy(table, rows, to);
		times[batches++] = (float) (1000 * (now() - began));
		sent += size;
	}
	double took = now() - start;

	snprintf(sql, sizeof sql, "drop table %s", table);
	run(sql, PGRES_COMMAND_OK);
	PQfinish(connection);
	qsort(times, batches, sizeof *times, compare);
	printf("{\"rows\":%llu,\"seconds\":%.3f,\"rows_per_second\":%.0f,\"batch\":%llu,\"batch_p50_ms\":%.2f,"
			"\"batch_p99_ms\":%.2f,\"fsync\":\"%s\",\"synchronous_commit\":\"%s\"}\n",
			(unsigned long long) sent, took, (double) sent / took, (unsigned long long) batch,
			(double) times[batches / 2], (double) times[batches * 99 / 100], fsync, synchronous);
	free(fsync);
	free(synchronous);
	free(stamp);
	free(rows);
	free(times);
	return 0;
}
