package io.hallcommand.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The loopback port of a server: chosen once and kept in a file, chosen anew when
 * somebody else has taken it.
 */
final class Ports {

	private Ports() {
	}

	static int recorded(Path file) throws IOException {
		if (Files.exists(file)) {
			String text = Files.readString(file).strip();
			if (text.matches("\\d{1,5}") && isFree(Integer.parseInt(text))) {
				return Integer.parseInt(text);
			}
		}
		return anew(file);
	}

	static int anew(Path file) throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = socket.getLocalPort();
			Directories.writePrivate(file, port + System.lineSeparator());
			return port;
		}
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			// as PostgreSQL and Redis bind: connections of an earlier run in TIME_WAIT do
			// not count
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException | IllegalArgumentException ex) {
			return false;
		}
	}

}
