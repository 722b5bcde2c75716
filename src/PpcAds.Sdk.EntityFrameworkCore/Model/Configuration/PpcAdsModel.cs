using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Adds the SDK's tables to a model. For the package of a database; applications call its <c>AddPpcAds</c>.</summary>
public static class PpcAdsModel
{
    /// <summary>The annotation that names the provider for which the tables were added.</summary>
    public const string ProviderAnnotation = "PpcAds:Provider";

    private static readonly (string Rate, string Dividend, string Divisor)[] Rates =
    [
        ("Ctr", "Clicks", "Impressions"),
        ("Cpc", "Cost", "Clicks"),
        ("Cvr", "Orders", "Clicks"),
        ("Acos", "Cost", "Sales"),
        ("Roas", "Sales", "Cost"),
    ];

    /// <summary>The classes of all tables, in the order in which rows refer to one another.</summary>
    public static IReadOnlyList<Type> EntityTypes { get; } =
    [
        typeof(PpcAccount), typeof(PpcAccountCredentials), typeof(PpcProfile), typeof(PpcPortfolio), typeof(PpcCampaign),
        typeof(PpcAdGroup),
        typeof(PpcKeyword),
        typeof(PpcTarget),
        typeof(PpcAd),
        typeof(PpcNegativeKeyword),
        typeof(PpcNegativeTarget),
        typeof(PpcPerformanceScope), typeof(PpcPerformanceRecord), typeof(PpcPerformanceDay), typeof(PpcPerformanceDayLoad),
        typeof(PpcExchangeRate),
        typeof(PpcReportJob), typeof(PpcLease), typeof(PpcLoad),
        typeof(PpcIngestionRun),
        typeof(PpcQueuedRun),
        typeof(PpcSyncIssue),
        typeof(PpcSecretCanary),
        typeof(PpcLearnedRate),
        typeof(PpcDatasetRefusal),
    ];

    /// <summary>Adds the tables.</summary>
    /// <param name="modelBuilder">The model.</param>
    /// <param name="dialect">The kind of database.</param>
    /// <param name="schema">The schema; <see langword="null"/> for the default one.</param>
    public static void Apply(ModelBuilder modelBuilder, PpcAdsTableDialect dialect, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        ArgumentNullException.ThrowIfNull(dialect);
        modelBuilder.HasAnnotation(ProviderAnnotation, dialect.ProviderName);
        PpcAdsTables.Configure(modelBuilder, dialect, schema);
        foreach (Type type in EntityTypes)
        {
            MapColumns(modelBuilder.Entity(type), dialect);
        }

        FactTable.Configure(modelBuilder, dialect, schema);
        ChangeTable.Configure(modelBuilder, dialect, schema);
        foreach (EntityTable table in EntityTables.All.Where(table => !HasClass(modelBuilder, table)))
        {
            EntityBag.Configure(modelBuilder, table, dialect, schema);
        }
    }

    /// <summary>Finds the tables and the view of rows in a model.</summary>
    internal static IEnumerable<IEntityType> Find(IModel model) =>
    [
        .. EntityTypes.Select(type => model.FindEntityType(type)!),
        .. new[] { FactTable.Name, ChangeTable.Name }.Select(name => model.FindEntityType(name)!),
    ];

    private static bool HasClass(ModelBuilder modelBuilder, EntityTable table) =>
        EntityTypes.Any(type => modelBuilder.Model.FindEntityType(type)?.GetTableName() == table.Name);

    /// <summary>The column of a property: <c>Sales14d</c> is <c>sales_14d</c>.</summary>
    internal static string ColumnName(string propertyName)
    {
        var name = new StringBuilder();
        for (int i = 0; i < propertyName.Length; i++)
        {
            char letter = propertyName[i];
            if (i > 0 && (char.IsUpper(letter) || (char.IsDigit(letter) && !char.IsDigit(propertyName[i - 1]))))
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    private static void MapColumns(EntityTypeBuilder entity, PpcAdsTableDialect dialect)
    {
        foreach (IMutableProperty property in entity.Metadata.GetProperties().ToList())
        {
            string column = ColumnName(property.Name);
            Type type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type == typeof(decimal))
            {
                dialect.MapMoney(entity, property.Name, column, !property.IsNullable);
                continue;
            }

            PropertyBuilder builder = entity.Property(property.Name).HasColumnName(column);
            if (type == typeof(DateTimeOffset))
            {
                dialect.MapInstant(builder);
            }
            else if (type.IsEnum)
            {
                builder.HasConversion(
                    (ValueConverter)Activator.CreateInstance(typeof(EnumTextConverter<>).MakeGenericType(type))!)
                    .HasMaxLength(20);
            }
        }

        if (typeof(PpcPerformanceEntity).IsAssignableFrom(entity.Metadata.ClrType))
        {
            MapRates(entity, dialect);
        }
    }

    private static void MapRates(EntityTypeBuilder entity, PpcAdsTableDialect dialect)
    {
        foreach (string suffix in new[] { "Total", "30d" })
        {
            foreach ((string rate, string dividend, string divisor) in Rates)
            {
                dialect.MapRate(
                    entity.Property(rate + suffix).HasColumnName(ColumnName(rate + suffix)),
                    ColumnName(dividend + suffix),
                    IsMoney(dividend),
                    ColumnName(divisor + suffix),
                    IsMoney(divisor));
            }
        }
    }

    private static bool IsMoney(string name) => name is "Cost" or "Sales";
}
