using System.Globalization;

namespace PpcAds.Sdk.Benchmarks.Reads;

internal sealed class PostgreSqlReadsSql : ReadsSql
{
    public override string Money => "";

    public override string Now => "now()";

    public override string Amount(string micros) => $"CAST({micros} AS numeric) / 1000000";

    public override string Day(string number) => $"DATE '{First}' + CAST({number} AS integer)";

    public override string Detail(string first, string second) => $"CAST({Hex(first, 16)} || {Hex(second, 16)} AS uuid)";

    public override string Hash(string number) =>
        $"CAST('8' || {Hex($"({number} * 2654435761) % 268435456", 7)} || {Hex($"({number} * 40503) % 4294967296", 8)} "
        + $"|| {Hex(number, 16)} AS uuid)";

    public override string CreateNumbers(long limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        CREATE TABLE numbers AS SELECT i FROM generate_series(0::bigint, {limit - 1}) i;
        ALTER TABLE numbers ADD PRIMARY KEY (i);
        ANALYZE numbers
        """);

    private static string Hex(string number, int digits) => $"lpad(to_hex({number}), {digits}, '0')";
}
