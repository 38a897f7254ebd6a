package io.hallcommand.wire;

import java.time.Instant;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportJsonTest {

	@Test
	void readsAnEventAsDevicesSendIt() {
		assertThat(read("""
				{"id":"k1-000417","source":"kiosk-1","type":"ticket.issued","time":"2026-11-20T09:00:00+08:00",
				 "data":{"ticket":"A017","queue":"tax"}}""")).isEqualTo(new ReportJson.Read(new Report(
				new EventKey("kiosk-1", "k1-000417"), Instant.parse("2026-11-20T01:00:00Z"),
				new HallEvent.TicketIssued(new TicketId("A017"), new QueueId("tax"), Channel.KIOSK, Priority.NORMAL))));
	}

	@Test
	void readsCloudEventsWithExtensionsItDoesNotKnow() {
		assertThat(
				read("""
						{"specversion":"1.0","id":"1","source":"urn:kiosk","type":"ticket.called","datacontenttype":"application/json",
						 "subject":"x","traceparent":"00-1","data":{"ticket":"A","window":"7","colour":"red"}}"""))
			.isInstanceOf(ReportJson.Read.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					{"source":"s","type":"ticket.issued","data":{"ticket":"A","queue":"q"}}              | id          | is missing
					{"id":1,"source":"s","type":"ticket.issued","data":{"ticket":"A","queue":"q"}}       | id          | is not a string
					{"id":" ","source":"s","type":"ticket.issued","data":{"ticket":"A","queue":"q"}}     | id          | is empty
					{"id":"1","source":"hall","type":"ticket.issued","data":{"ticket":"A","queue":"q"}}  | source      | must not be 'hall': that is the hall's own
					{"id":"1","source":"s","type":"ticket.eaten","data":{}}                              | type        | is not one of
					{"id":"1","source":"s","type":"hall.planned","data":{}}                              | type        | is not one of
					{"id":"1","source":"s","type":"ticket.issued"}                                       | data        | is missing
					{"id":"1","source":"s","type":"ticket.issued","data":[]}                             | data        | is not a JSON object
					{"id":"1","source":"s","type":"ticket.issued","data":{"queue":"q"}}                  | data.ticket | is missing
					{"id":"1","source":"s","type":"ticket.issued","data":{"ticket":"A","queue":"q","priority":"VIP"}} | data.priority | is not one of [NORMAL, PRIORITY]
					{"id":"1","source":"s","type":"ticket.issued","data":{"ticket":"A\\u0000","queue":"q"}} | data.ticket | has a control character
					{"id":"1","source":"s","type":"ticket.issued","data":{"ticket":"A\\ud800","queue":"q"}} | data.ticket | has a control character or half a character
					{"id":"1","source":"s","type":"ticket.issued","time":"09:00","data":{"ticket":"A","queue":"q"}} | time | is not an RFC 3339 time
					{"id":"1","source":"s","type":"ticket.issued","time":"2026-11-20T09:00:00","data":{"ticket":"A","queue":"q"}} | time | is not an RFC 3339 time
					{"id":"1","source":"s","type":"ticket.issued","time":"+999999999-01-01T00:00:00Z","data":{"ticket":"A","queue":"q"}} | time | is not between
					{"id":"1","source":"s","type":"window.opened","data":{"window":"1","queues":"tax"}}  | data.queues | is not an array of strings
					{"id":"1","source":"s","type":"ticket.rated","data":{"ticket":"A"}}                  | data.grade  | is missing
					{"id":"1","source":"s","type":"ticket.rated","data":{"ticket":"A","grade":0}}        | data.grade  | is not a whole number from 1 to 5
					{"id":"1","source":"s","type":"ticket.rated","data":{"ticket":"A","grade":6}}        | data.grade  | is not a whole number from 1 to 5
					{"id":"1","source":"s","type":"ticket.rated","data":{"ticket":"A","grade":"5"}}      | data.grade  | is not a whole number from 1 to 5
					{"id":"1","source":"s","type":"ticket.rated","data":{"ticket":"A","grade":4.5}}      | data.grade  | is not a whole number from 1 to 5
					{"id":"1","source":"s","type":"ticket.rated","data":{"grade":5}}                     | data.ticket | is missing
					{"id":"1","source":"s","type":"ticket.rated","data":{"ticket":"A","grade":5,"window":7}} | data.window | is not a string
					{"id":"1","source":"s","specversion":"0.3","type":"window.closed","data":{"window":"1"}} | specversion | is not 1.0
					""")
	void saysWhichFieldIsWrongAndWhy(String json, String field, String reason) {
		assertThat(read(json)).isInstanceOfSatisfying(ReportJson.Refused.class, (refused) -> {
			assertThat(refused.problem().field()).isEqualTo(field);
			assertThat(refused.problem().reason()).startsWith(reason);
		});
	}

	@Test
	void tooLongIsRefusedAtTheLimit() {
		String at = "{\"id\":\"" + "x".repeat(128)
				+ "\",\"source\":\"s\",\"type\":\"window.closed\",\"data\":{\"window\":\"" + "w".repeat(64) + "\"}}";
		assertThat(read(at)).isInstanceOf(ReportJson.Read.class);
		assertThat(read(at.replace("xx\"", "xxx\""))).isInstanceOf(ReportJson.Refused.class);
		assertThat(read(at.replace("ww\"", "www\""))).isInstanceOf(ReportJson.Refused.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "7", "\"x\"", "null" })
	void whatIsNoObjectIsRefusedAsAWhole(String json) {
		assertThat(read(json)).isInstanceOfSatisfying(ReportJson.Refused.class,
				(refused) -> assertThat(refused.problem().sentence()).isEqualTo("The event is not a JSON object"));
	}

	@Test
	void writesWhatItReads() {
		for (String type : FactJson.TYPES) {
			String json = "{\"id\":\"1\",\"source\":\"s\",\"type\":\"" + type
					+ "\",\"time\":\"2026-11-20T01:00:00.123456Z\",\"data\":{\"ticket\":\"票1\",\"window\":\"7\",\"queue\":\"tax\",\"queues\":[\"tax\"],\"staff\":\"s\",\"reason\":\"r\",\"outcome\":\"o\",\"grade\":4,\"kind\":\"FIRE\",\"zone\":\"A\",\"detail\":\"smoke\",\"drill\":true}}";
			ReportJson.Reading reading = read(json);
			assertThat(reading).as(type)
				.isInstanceOfSatisfying(ReportJson.Read.class,
						(read) -> assertThat(read(ReportJson.write(read.report()).toString())).isEqualTo(reading));
		}
	}

	private static ReportJson.Reading read(String json) {
		return ReportJson.read(HallJson.mapper().readTree(json));
	}

}
