<?php
// Asks the bridge as a shop in PHP does, and prints the status and the answer. No extension is needed.
function ask(string $url, string $key, string $body, array $headers = []): void
{
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => array_merge(["Authorization: Bearer $key"], $headers),
        'content' => $body,
        'ignore_errors' => true,
        'timeout' => 30,
    ]]);
    $answer = file_get_contents($url, false, $context);
    echo explode(' ', $http_response_header[0])[1], ' ', $answer, "\n";
}

[, $url, $key, $case] = $argv;
$json = ['Content-Type: application/json'];
$order = ['document' => "php-$case", 'order' => 'Заказ 7', 'sum' => 1450.5];
switch ($case) {
    case 'right':
        ask($url, $key, json_encode($order), $json);
        ask($url, $key, json_encode($order, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), $json);
        break;
    case 'key':
        ask($url, $key, json_encode(['order' => '7', 'sum' => '1450.50']), [...$json, 'Idempotency-Key: php-key']);
        break;
    case 'no-type': // PHP then says that it is a form
        ask($url, $key, json_encode($order));
        break;
    case 'form':
        ask($url, $key, http_build_query($order));
        break;
    case 'form-as-json':
        ask($url, $key, http_build_query($order), $json);
        break;
    case 'float':
        ask($url, $key, json_encode(['sum' => 0.1 + 0.2] + $order), $json);
        break;
    case 'nested':
        ask($url, $key, json_encode(['order' => ['id' => 7]] + $order), $json);
        break;
    case 'list':
        ask($url, $key, json_encode([$order]), $json);
        break;
    case 'false': // what json_encode gives for text that is not UTF-8
        ask($url, $key, (string) json_encode(['order' => "\xC7\xE0"] + $order), $json);
        break;
}
