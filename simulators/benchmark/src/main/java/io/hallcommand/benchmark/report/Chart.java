package io.hallcommand.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The picture of goal 8: how the cost of a delivery moves as the work grows, each curve
 * relative to its own beginning, beside the line where cost would grow as fast as the
 * work.
 */
public final class Chart {

	private static final int WIDTH = 800;

	private static final int HEIGHT = 360;

	private static final int LEFT = 60;

	private static final int RIGHT = 470;

	private static final int TOP = 50;

	private static final int BOTTOM = 310;

	private static final String[] COLOURS = { "#0b6e99", "#b3541e", "#4a7a3a" };

	private static final String[] DASHES = { "", "8 4", "2 4" };

	private Chart() {
	}

	/**
	 * Draws it.
	 * @param curves costs at 1×, 2× and 4×, by what grew
	 */
	public static String of(Map<String, List<Double>> curves) {
		StringBuilder svg = new StringBuilder();
		append(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
				+ " font-size=\"13\" role=\"img\">%n", WIDTH, HEIGHT);
		append(svg, "<title>CPU a delivery as the work grows</title>%n<rect width=\"100%%\" height=\"100%%\""
				+ " fill=\"#fff\"/>%n");
		append(svg, "<text x=\"%d\" y=\"28\" font-size=\"15\">CPU of the server for one delivery, relative to 1×"
				+ "</text>%n", LEFT);
		for (int cost = 0; cost <= 4; cost++) {
			append(svg, "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n", LEFT, RIGHT, y(cost),
					y(cost));
			append(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d×</text>%n", LEFT - 8, y(cost) + 4, cost);
		}
		for (int place = 0; place < 3; place++) {
			append(svg, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d×</text>%n", x(place), BOTTOM + 22,
					1 << place);
		}
		append(svg, "<polyline points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\" fill=\"none\" stroke=\"#999\"/>%n", x(0), y(1),
				x(1), y(2), x(2), y(4));
		append(svg, "<text x=\"%d\" y=\"%.1f\" fill=\"#666\">if it grew as the work does</text>%n", RIGHT + 10,
				y(4) + 4);
		int number = 0;
		for (Map.Entry<String, List<Double>> curve : curves.entrySet()) {
			draw(svg, number++, curve.getKey(), curve.getValue());
		}
		return svg.append("</svg>\n").toString();
	}

	private static void draw(StringBuilder svg, int number, String name, List<Double> costs) {
		StringBuilder points = new StringBuilder();
		for (int place = 0; place < costs.size(); place++) {
			append(points, "%.1f,%.1f ", x(place), y(costs.get(place) / costs.getFirst()));
		}
		String line = "stroke=\"%s\" stroke-width=\"2.5\" stroke-dasharray=\"%s\"".formatted(COLOURS[number % 3],
				DASHES[number % 3]);
		append(svg, "<polyline points=\"%s\" fill=\"none\" %s/>%n", points.toString().strip(), line);
		// Names stand below each other, however near the curves end
		int at = BOTTOM - 70 + 24 * number;
		append(svg, "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" %s/>%n", RIGHT + 10, RIGHT + 40, at, at, line);
		append(svg, "<text x=\"%d\" y=\"%d\">%s</text>%n", RIGHT + 46, at + 4, name);
	}

	private static double x(int place) {
		return LEFT + 20 + place * (RIGHT - LEFT - 40) / 2.0;
	}

	private static double y(double cost) {
		return BOTTOM - Math.min(cost, 4.3) * (BOTTOM - TOP) / 4.3;
	}

	private static void append(StringBuilder to, String format, Object... values) {
		to.append(String.format(Locale.ROOT, format, values));
	}

}
