package io.hallcommand.benchmark.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FindingTest {

	/** One slow round of the machine changes no verdict: both are slow in it. */
	@Test
	void eachRoundIsComparedWithItself() {
		Finding finding = Finding.atLeast(0.9, 1, "writes", List.of(100.0, 50.0, 96.0), "bare",
				List.of(100.0, 52.0, 101.0), "%.0f/s");
		assertThat(finding.ratio()).isEqualTo(50.0 / 52);
		assertThat(finding.measured()).isEqualTo("96/s");
		assertThat(finding.reference()).isEqualTo("bare 100/s");
		assertThat(finding.remark()).isEqualTo("3 rounds, ratio 0.95 to 1.00");
		assertThat(finding.verdict()).isEqualTo(Finding.Verdict.REACHED);
	}

	@Test
	void aTargetIsMissedByTheMiddleRatio() {
		Finding finding = Finding.atLeast(1.0, 1, "writes", List.of(300.0, 90.0, 80.0), "bare",
				List.of(100.0, 100.0, 100.0), "%.0f/s");
		assertThat(finding.ratio()).isEqualTo(0.9);
		assertThat(finding.verdict()).isEqualTo(Finding.Verdict.MISSED);
	}

}
