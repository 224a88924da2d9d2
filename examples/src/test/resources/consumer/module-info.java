module consumer.app {
    requires com.fasterxml.jackson.databind;
}
