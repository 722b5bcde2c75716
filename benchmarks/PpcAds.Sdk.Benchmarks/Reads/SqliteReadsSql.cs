using System.Globalization;

namespace PpcAds.Sdk.Benchmarks.Reads;

internal sealed class SqliteReadsSql : ReadsSql
{
    public override string Money => "_micros";

    public override string Now => "CAST(unixepoch('subsec') * 1000000 AS INTEGER)";

    public override string Amount(string micros) => $"({micros})";

    public override string Day(string number) => $"date('{First}', ({number}) || ' days')";

    public override string Detail(string first, string second) => $"unhex(printf('%016x%016x', {first}, {second}))";

    public override string Hash(string number) =>
        $"unhex(printf('8%07x%08x%016x', ({number} * 2654435761) % 268435456, ({number} * 40503) % 4294967296, {number}))";

    public override string CreateNumbers(long limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        CREATE TABLE numbers (i INTEGER PRIMARY KEY);
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {limit - 1})
        INSERT INTO numbers SELECT i FROM n
        """);
}
