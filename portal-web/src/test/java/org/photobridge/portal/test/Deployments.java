package org.photobridge.portal.test;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.photobridge.portal.security.ArquillianDoor;
import org.photobridge.portal.security.CallerFilter;

/** One deployment for all container tests: the WAR as it is shipped, the test classes, and a door for Arquillian. */
@ArquillianSuiteDeployment
public final class Deployments {
    private static final String WEB_XML = "/WEB-INF/web.xml";

    private Deployments() {}

    @Deployment
    public static WebArchive portal() throws IOException, URISyntaxException {
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/ROOT.war"));
        String webXml = read(war.get(WEB_XML));
        war.delete(WEB_XML);
        war.setWebXML(new StringAsset(webXml.replace(CallerFilter.class.getName(), ArquillianDoor.class.getName())));
        addTestClasses(war);
        war.addAsLibrary(jarOf(Assertions.class));
        return war;
    }

    private static void addTestClasses(WebArchive war) throws IOException {
        Path root = Path.of("target/test-classes");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                war.addAsWebInfResource(file.toFile(), "classes/" + root.relativize(file));
            }
        }
    }

    private static File jarOf(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String read(Node node) throws IOException {
        try (var in = node.getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
