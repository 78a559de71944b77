package dev.abacus.bench.functions;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** A process for the function with nothing but a servlet container, at {@code POST /greet}. */
public final class ByTomcat {

    private ByTomcat() {}

    public static void main(String[] arguments) throws LifecycleException {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        var connector = new org.apache.catalina.connector.Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "greet", new Greeter());
        context.addServletMappingDecoded("/greet", "greet");
        tomcat.start();
        System.out.println("@ready " + connector.getLocalPort());
        tomcat.getServer().await();
    }

    private static final class Greeter extends HttpServlet {

        private final transient Greeting greeting = new Greeting();

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] answer = greeting.of(request.getInputStream().readAllBytes());
            response.setContentType("application/json");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }
}
