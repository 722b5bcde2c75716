using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PpcAds.Sdk.TestApp.Migrations
{
    /// <inheritdoc />
    public partial class LearnedRates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ppc_learned_rates",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    operation_class = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    calls_per_second = table.Column<double>(type: "REAL", nullable: false),
                    learned_at = table.Column<long>(type: "INTEGER", nullable: false),
                    quiet_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_learned_rates", x => new { x.account, x.region, x.operation_class });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ppc_learned_rates");
        }
    }
}
