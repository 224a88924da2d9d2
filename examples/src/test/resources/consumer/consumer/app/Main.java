package consumer.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        System.out.println(Main.class.getModule() + " answers " + new ObjectMapper().readTree(args[0]));
    }
}
