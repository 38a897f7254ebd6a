package io.hallcommand.server.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hallcommand.core.hall.HallPlan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTextTest {

	@Test
	void faultsNameTheLine() {
		assertThat(faults("""
				hall: x
				name: X
				zones:
				  - {id: A, name: A}
				windows:
				  - id: "01"
				    zone: A
				  - id: "02"
				    zone: B
				  - id: "03"
				    zone: A
				    queues: [tax]
				""")).containsExactly("9 windows[1].zone", "12 windows[2].queues");
	}

	@Test
	void aMissingFieldStandsWhereItsOwnerBegins() {
		assertThat(faults("hall: x\nname: X\nqueues:\n  - name: Tax\n")).containsExactly("4 queues[0].id");
		assertThat(faults("name: X\nlevel: VILLAGE\n")).containsExactly("1 hall");
	}

	@Test
	void whatIsNoYamlNamesTheLineToo() {
		assertThat(faults("hall: x\nname: [\n  - {\n")).singleElement().asString().matches("[2-4] ");
		assertThat(faults("hall: x\nname: X\nname: Y\n")).singleElement().asString().matches("[23] ");
		assertThat(faults("")).containsExactly("0 ");
	}

	@Test
	void anUnquotedNumberIsNotTakenAsAnId() {
		assertThat(faults("hall: x\nname: X\nzones:\n  - {id: 1, name: A}\n")).containsExactly("4 zones[0].id");
	}

	@Test
	void whatIsWrittenReadsTheSame() {
		String text = """
				hall: x
				name: {zh: 厅, en: "no"}
				zones: [{id: A, name: "1"}]
				queues: [{id: "01", name: "null", prefix: "y"}]
				windows: [{id: "007", zone: A, queues: ["01"], position: {x: 1.5, y: -2}}]
				""";
		HallPlan plan = read(text).plan();
		assertThat(plan).isNotNull();
		assertThat(read(PlanText.yaml(plan)).plan()).isEqualTo(plan);
	}

	private static List<String> faults(String text) {
		return read(text).faults().stream().map((fault) -> fault.line() + " " + fault.field()).toList();
	}

	private static PlanText.Reading read(String text) {
		return PlanText.read(text.getBytes(StandardCharsets.UTF_8), PlanText.Format.YAML, null);
	}

}
