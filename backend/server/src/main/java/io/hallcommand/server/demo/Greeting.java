package io.hallcommand.server.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.hallcommand.server.access.Credentials;
import io.hallcommand.server.access.FirstCredentials;
import io.hallcommand.server.directory.Directory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Tells on the console where wall and board are and where the credentials are. Where the
 * console is kept, it is better left out: what it tells opens doors.
 */
@Component
@ConditionalOnBooleanProperty(name = "hall.greeting", matchIfMissing = true)
class Greeting {

	private final Environment environment;

	private final FirstCredentials first;

	private final Directory directory;

	Greeting(Environment environment, FirstCredentials first, Directory directory) {
		this.environment = environment;
		this.first = first;
		this.directory = directory;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(0)
	void greet() {
		// The console's own charset is often ASCII where no locale is set
		PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		console.print(text());
		console.flush();
	}

	String text() {
		String port = this.environment.getProperty("local.server.port", "8080");
		String address = "http://localhost:" + port;
		Credentials credentials = this.first.credentials();
		StringBuilder text = new StringBuilder("\n");
		line(text, "政务服务大厅实时指挥中心已就绪 · Hall Command is ready");
		line(text, "");
		line(text, "大屏 Wall             " + address + "/?token=" + credentials.wallToken());
		line(text, "叫号屏 Board          " + address + "/board/" + DemoHalls.CIVIC_CENTRE + "/all?token="
				+ credentials.boardToken());
		if (this.directory.exists(DemoRegion.CITY)) {
			line(text, "全市 City (log in)    " + address + "/region/" + DemoRegion.CITY);
		}
		line(text, "登录 Login            " + address + "/login");
		line(text, "数据目录 Data         " + this.first.path().getParent());
		line(text, "账号凭证 Credentials  " + this.first.path());
		if (this.first.changed()) {
			line(text, "");
			line(text, "管理员 Admin user     " + credentials.adminUser());
			line(text, "密码 Password         " + credentials.adminPassword());
			line(text, "管理员令牌 Admin token " + credentials.adminToken());
			line(text, "设备令牌 Device token " + credentials.deviceToken());
			line(text, "大屏令牌 Wall token   " + credentials.wallToken());
			line(text, "叫号屏令牌 Board token " + credentials.boardToken());
			line(text, "以上凭证仅在生成时显示 · These are shown only when they were just made.");
		}
		line(text, "");
		line(text, "按 Ctrl-C 停止 · Press Ctrl-C to stop");
		return text.append('\n').toString();
	}

	private static void line(StringBuilder text, String line) {
		text.append(line.isEmpty() ? "" : "  ").append(line).append('\n');
	}

}
