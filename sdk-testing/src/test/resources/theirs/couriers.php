<?php
// Somebody's own code that gives couriers money at T-Bank, and his tests of it against mostik-sim.
// php couriers.php http://127.0.0.1:8700

// ---- the code that is tested ----

final class Bank
{
    public function __construct(private string $base, private string $token) {}

    /** Sets what a card may spend; an answer that was lost is looked up before anything is sent again. */
    public function give(int $card, int $sum): string
    {
        for ($try = 1; $try <= 3; $try++) {
            [$status] = $this->call('POST', "/api/v1/card/$card/spend-limit", ['limitValue' => $sum, 'limitPeriod' => 'DAY']);
            if ($status === 200) {
                return 'given';
            }
            if ($status >= 400 && $status < 500 && $status !== 429) {
                return "refused ($status)";
            }
            [$read, $limits] = $this->call('GET', "/api/v1/card/$card/limits");
            if ($read === 200 && $limits['spendLimit']['limitValue'] == $sum) {
                return 'given, as the bank says';
            }
        }
        return 'not given';
    }

    private function call(string $method, string $path, ?array $body = null): array
    {
        return http($method, $this->base . $path, $body, ["Authorization: Bearer $this->token"]);
    }
}

/** Returns status and answer; status 0 if none came. */
function http(string $method, string $url, array|string|null $body = null, array $headers = []): array
{
    $json = is_array($body) ? json_encode($body) : $body;
    $context = stream_context_create(['http' => [
        'method' => $method, 'header' => [...$headers, 'Content-Type: application/json', 'Connection: close'],
        'content' => $json ?? '', 'ignore_errors' => true, 'timeout' => 5,
    ]]);
    $http_response_header = [];
    $text = @file_get_contents($url, false, $context);
    $line = $http_response_header[0] ?? '';
    return [preg_match('~ (\d{3})~', $line, $found) ? (int) $found[1] : 0, json_decode($text ?: '', true)];
}

// ---- his tests ----

$sim = $argv[1] . '/control/tbank';
$control = fn (string $method, string $path, ?array $body = null): array => http($method, $sim . $path, $body);
[, $vendor] = $control('GET', '');
$bank = new Bank($vendor['addresses']['secured'], $vendor['keys']['token']);
$card = $vendor['keys']['virtualCard'];
$sent = function (int $times) use ($control): string {
    [$status, $answer] = $control('POST', '/verify', [
        'method' => 'POST', 'path' => '/api/v1/card/{ucid}/spend-limit', 'executed' => true, 'exactly' => $times,
    ]);
    return $status === 200 ? "done $times time(s)" : $answer['error'];
};
$test = function (string $name, callable $body) use ($control): void {
    $control('POST', '/reset');
    echo str_pad($name, 44), $body(), PHP_EOL;
};

$test('a courier gets money', fn () => $bank->give($card, 700) . ', ' . $sent(1));
$test('the bank answers 503 once', function () use ($bank, $control, $card, $sent) {
    $control('POST', '/faults', ['fault' => 'answer', 'status' => 503, 'method' => 'POST', 'path' => '/api/v1/card/{ucid}/spend-limit']);
    return $bank->give($card, 700) . ', ' . $sent(1);
});
$test('the answer is lost after it was done', function () use ($bank, $control, $card, $sent) {
    $control('POST', '/faults', ['fault' => 'actThenDrop', 'method' => 'POST', 'path' => '/api/v1/card/{ucid}/spend-limit']);
    return $bank->give($card, 700) . ', ' . $sent(1);
});
$test('the token has no access', function () use ($bank, $control, $card, $sent) {
    $control('POST', '/actions/withdraw-scope', ['scope' => 'card/limit/set']);
    return $bank->give($card, 700);
});
$test('the card pays, and another day begins', function () use ($bank, $control, $card) {
    $bank->give($card, 700);
    $control('POST', '/actions/pay', ['ucid' => $card, 'sum' => '250.00']);
    $left = fn () => $control('GET', '/holds')[1]['cards'][0]['spendLimit'];
    $today = $left();
    $control('POST', '/clock', ['advance' => 'P1D']);
    return "$today, then " . $left();
});
$test('the state comes back from a file', function () use ($bank, $control, $card) {
    $bank->give($card, 900);
    [, $file] = $control('GET', '/state');
    $control('POST', '/reset');
    $control('PUT', '/state', $file);
    return $control('GET', '/holds')[1]['cards'][0]['spendLimit'];
});
