using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>PostgreSQL: money as <c>numeric(18,6)</c>, instants as <c>timestamptz</c>, rates as stored columns.</summary>
internal sealed class PostgreSqlModelDialect : PpcAdsModelDialect
{
    /// <summary>The hash of what a report said of a row; null makes the next report compare its values.</summary>
    public const string RowHash = "row_hash";

    public override string ProviderName => PostgreSqlDialect.Provider;

    public override string BinaryCollation => "C";

    public override bool StoresComputedColumns => true;

    public override void MapMoney(EntityTypeBuilder entity, string propertyName, string columnName, bool isRequired) =>
        entity.Property(propertyName).HasColumnName(columnName).HasPrecision(18, 6);

    public override void MapFacts(EntityTypeBuilder entity, ref int order)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.IndexerProperty<long?>(RowHash).HasColumnName(RowHash).HasColumnOrder(order++);
    }

    public override string MoneyColumn(string name) => name;

    public override IReadOnlyList<(string Name, string Sql)> MoneyViewColumns(string name, string sql) => [(name, sql)];

    public override string FirstHash => "UUID '80000000-0000-0000-0000-000000000000'";

    public override string DetailText(string column) => $"replace(CAST({column} AS text), '-', '')";

    /// <summary>As 64-bit numbers: the first bit of the second says that the target is no keyword.</summary>
    public override string Detail(string adGroupId, string lastId, string isOtherTarget) =>
        $"CAST(lpad(to_hex(COALESCE({adGroupId}, 0)), 16, '0') || lpad(to_hex(COALESCE({lastId}, 0) + {isOtherTarget} "
        + "* (-9223372036854775807 - 1)), 16, '0') AS uuid)";

    public override string Micros(string column) => $"{column} * 1000000";

    public override void MapInstant(PropertyBuilder builder) => builder.HasColumnType("timestamp with time zone");

    public override void MapJson(PropertyBuilder builder) => builder.HasColumnType("jsonb");

    public override string Ratio(string dividend, bool isDividendMoney, string divisor, bool isDivisorMoney) =>
        $"{dividend}::double precision / NULLIF({divisor}, 0)::double precision";

    public override string Converted(string amount, string rate) => $"round({amount} * {rate}::numeric, 6)";

    public override string DaysUntil(string day, string instant) => $"({instant} AT TIME ZONE 'UTC')::date - {day}";

    public override string DaysAgo(string days) => $"((now() AT TIME ZONE 'UTC') - interval '8 hours')::date - {days}";

    public override bool StoresComments => true;
}
